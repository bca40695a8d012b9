import * as z from 'zod';

/** Rules are set in the configuration's own `rules`; the plugin itself takes no options yet. */
export const DelusionsOptions = z.strictObject({});

export type * from './model.ts';
export type { TemplateSetting } from './template-setting.ts';
export type { Json, Value } from './value.ts';

import {
  type Attribute,
  attributeOf,
  attributeValue,
  type Block,
  blocksOf,
  putsMark,
  RUN_VARIABLE,
  type Target,
  type Template,
  type TemplateMark,
  targetBody,
} from 'packer-hybrid';
import { managementHost } from '../management-host.ts';
import type { AzureOptions } from '../options.ts';
import { readSource } from '../source.ts';
import { publicCloud } from './endpoints.ts';

/** The name of the tag whose value is the mark. */
export const MARK_TAG = RUN_VARIABLE;

const remedy =
  'Declare the variable "packer_hybrid_run" with the default "", write `azure_tags = { packer_hybrid_run = var.packer_hybrid_run }` into the source, and let `subscription_id` be that of the configuration or of ARM_SUBSCRIPTION_ID.';

/** How a template lets what it makes on Azure bear the mark of the run. */
export function templateMark(options: AzureOptions): TemplateMark {
  return {
    remedy,
    isPut: (template, target) => isPut(template, target) && isReached(template, target, options),
  };
}

/** A tag counts under its one name. */
function isPut(template: Template, target: Target): boolean {
  const body = targetBody(template, target);
  const isNamed = hasTag(attributeOf(body, 'azure_tags')) || blocksOf(body, 'azure_tag').some(isTag);
  return (
    target.source.type === 'azure-arm' && isNamed && putsMark(template, target, ['azure_tags', 'azure_tag'])
  );
}

/** Written there, or known to come out of what is written. */
function hasTag(tags: Attribute | undefined): boolean {
  if (!tags) return false;
  const { value, text } = tags;
  const known = value.state === 'known' && isRecord(value.value) && MARK_TAG in value.value;
  return known || text.replaceAll(`var.${RUN_VARIABLE}`, '').includes(MARK_TAG);
}

function isTag({ body }: Block): boolean {
  const name = attributeValue(body, 'name');
  return name.state === 'known' && name.value === MARK_TAG;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Whether the machine will be made where we look: a template may name another subscription or cloud. */
function isReached(template: Template, target: Target, options: AzureOptions): boolean {
  const source = readSource(template, targetBody(template, target), options);
  const { subscriptionId } = source;
  const isOurs = subscriptionId.state === 'text' && subscriptionId.text === options.subscriptionId;
  return isOurs && managementHost(source) === new URL(publicCloud.management).host;
}

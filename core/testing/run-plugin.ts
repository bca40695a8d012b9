import {
  createPipeline,
  type HookName,
  type PipelineOptions,
  type Plugin,
  type RunEvent,
  type RunRecord,
} from '../index.ts';
import type { Outcome, Scenario } from './scenario.ts';
import { standInEngine } from './stand-in-engine.ts';
import { testSettings } from './test-settings.ts';
import { withWorkspace } from './test-workspace.ts';
import { withEnvironment } from './with-environment.ts';

const lastStage = {
  preflight: 'preflight',
  analyze: 'analyze',
  build: 'build',
  diagnose: 'build',
  recover: 'build',
  validate: 'validate',
  publish: 'publish',
  close: 'publish',
} as const satisfies Record<HookName, string>;

/** Tries a plugin in a real pipeline over a real workspace, where only the build engine is a stand-in. */
export function runPlugin(plugin: Plugin, scenario: Scenario): Promise<Outcome> {
  return withEnvironment(scenario.env ?? {}, () =>
    withWorkspace(scenario, (workspace) => runIn(workspace, plugin, scenario)),
  );
}

async function runIn(
  workspace: PipelineOptions['workspace'],
  plugin: Plugin,
  scenario: Scenario,
): Promise<Outcome> {
  const pipeline = await createPipeline({
    workspace,
    env: 'test',
    settings: testSettings(scenario.settings),
    plugins: [...(scenario.plugins ?? []), plugin, standInEngine(scenario.build)],
    secrets: [],
    ci: true,
  });
  const events: RunEvent[] = [];
  pipeline.onEvent((event) => events.push(event));
  const record = await pipeline.run({
    command: 'test',
    until: lastStage[scenario.hook],
    ...(scenario.only && { only: scenario.only }),
    ...(scenario.signal && { signal: scenario.signal }),
  });
  return outcomeOf(record, events);
}

function outcomeOf(record: RunRecord, events: readonly RunEvent[]): Outcome {
  const { targets } = record;
  const results = targets.flatMap(({ result }) => result ?? []);
  return {
    record,
    events,
    checks: record.checks,
    findings: record.findings,
    results,
    artifacts: results.flatMap(({ artifacts }) => artifacts),
    diagnoses: targets.flatMap(({ diagnoses }) => diagnoses),
    evidence: targets.flatMap(({ evidence }) => evidence),
    publications: targets.flatMap(({ publications }) => publications),
    notes: events.flatMap((event) => (event.type === 'note' ? event.text : [])),
    failures: record.failures,
  };
}

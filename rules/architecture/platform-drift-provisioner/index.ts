import {
  type Build,
  type ComponentView,
  defineRule,
  type Labelled,
  type Script,
  startOf,
} from 'packer-hybrid/rules';
import { images, isForPlatform, labelOf, textOfStep } from './steps.ts';

export default defineRule({
  id: 'architecture/platform-drift-provisioner',
  meta: {
    summary: 'A step runs on some platforms of an image and not on the others.',
    severity: 'high',
    impact: 'wrong-image',
    recovery: 'simple',
    confidence: 0.75,
    remedy: 'Add the missing source to only, or give the others a step for the same purpose.',
    example: 'provisioner "shell" {\n  script = "scripts/harden.sh"\n}',
    recommended: true,
  },
  messages: {
    subset: 'The step "{step}" does not run for "{missing}", so the image "{image}" is another one there.',
    builds: 'The build of "{image}" for {missing} has no step "{step}", which that for {present} has.',
  },
  subs: { builds: 'Two builds of one image have different steps.' },
  create({ template, report }) {
    const views: ComponentView[] = [];
    const scripts = new Map<unknown, Script[]>();
    const isPlain = (view: ComponentView) => !isForPlatform(textOfStep(view, scripts.get(view) ?? []));

    function checkBuild(build: Build): void {
      const own = views.filter((view) => view.build === build);
      const used = template.sources.filter((source) => build.sources.some((use) => isUse(source, use)));
      for (const group of images(used)) {
        for (const view of own.filter(isPlain)) {
          const missing = missingIn(view, group, own);
          if (missing.length === 0) continue;
          const data = {
            step: labelOf(view),
            missing: missing.map(fullName).join('", "'),
            image: group[0]?.name ?? '',
          };
          report({ at: startOf(view.component), message: 'subset', data });
        }
      }
    }

    /** Two builds, each for one platform of the same image. */
    function compare(one: Build, other: Build): void {
      for (const { view, ...data } of onlyIn(one, other, views.filter(isPlain)))
        report({ at: startOf(view.component), message: 'builds', sub: 'builds', data });
    }

    return {
      provisioner: (view) => {
        views.push(view);
      },
      script(script) {
        scripts.set(script.owner, [...(scripts.get(script.owner) ?? []), script]);
      },
      end({ builds }) {
        for (const [index, build] of builds.entries()) {
          checkBuild(build);
          for (const other of builds.slice(index + 1)) {
            compare(build, other);
            compare(other, build);
          }
        }
      },
    };
  },
});

/** Platforms that a step leaves out and for which no other step of its kind stands in. */
function missingIn(
  view: ComponentView,
  group: readonly Labelled[],
  own: readonly ComponentView[],
): readonly Labelled[] {
  if (view.sources.every((source) => !group.includes(source))) return [];
  const missing = group.filter((source) => !view.sources.includes(source));
  const standIns = own.filter(
    (other) =>
      other !== view &&
      other.component.type === view.component.type &&
      other.sources.every((source) => !view.sources.includes(source)),
  );
  return missing.filter((source) => !standIns.some((other) => other.sources.includes(source)));
}

/** Steps of one build that the other one, which shares steps with it, does not have. */
function onlyIn(one: Build, other: Build, views: readonly ComponentView[]) {
  const [mine, theirs] = [onlySource(one), onlySource(other)];
  if (!mine || !theirs || mine.name !== theirs.name || mine.type === theirs.type) return [];
  const known = views.filter(({ build }) => build === other).map(labelOf);
  const own = views.filter(({ build }) => build === one);
  if (!own.some((view) => known.includes(labelOf(view)))) return [];
  const data = { image: mine.name, present: mine.type, missing: theirs.type };
  return own
    .filter((view) => isNamed(view) && !known.includes(labelOf(view)))
    .map((view) => ({ view, step: labelOf(view), ...data }));
}

/** A step that can be told from others by a script or a playbook. */
function isNamed(view: ComponentView): boolean {
  return labelOf(view) !== view.component.type;
}

function onlySource({ sources }: Build) {
  return sources.length === 1 ? sources[0] : undefined;
}

function isUse(source: Labelled, use: { readonly type: string; readonly name: string }): boolean {
  return source.type === use.type && source.name === use.name;
}

function fullName({ type, name }: Labelled): string {
  return `${type}.${name}`;
}

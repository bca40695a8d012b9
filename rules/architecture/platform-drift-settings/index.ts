// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { type Build, defineRule, type TargetView } from 'packer-hybrid/rules';
import { factsOf, type Subject } from './facts.ts';

const titles: Readonly<Record<Subject, string>> = {
  release: 'release of the installer',
  architecture: 'architecture',
  'disk-size': 'disk size',
  firmware: 'firmware',
  answers: 'folder of answer files',
  user: 'login user',
};

export default defineRule({
  id: 'architecture/platform-drift-settings',
  meta: {
    summary: 'Sources that are meant to give the same image install different things.',
    severity: 'medium',
    impact: 'wrong-image',
    recovery: 'simple',
    confidence: 0.7,
    remedy: 'Take the value from one variable that every source uses.',
    example: 'iso_url = "https://cdimage.debian.org/${var.iso_name}"',
    recommended: true,
  },
  messages: {
    differs: 'The {title} of "{name}" is "{value}" on {type} and "{other}" on {otherType}.',
  },
  subs: {
    release: 'The installers are of different releases.',
    architecture: 'The installers are for different processors.',
    'disk-size': 'The disks have different sizes.',
    firmware: 'One boots with BIOS and the other with UEFI.',
    answers: 'The answer files come from different folders.',
    user: 'Packer logs in as different users.',
  },
  create({ report }) {
    const targets: TargetView[] = [];

    function compare(first: TargetView, second: TargetView): void {
      const known = factsOf(first);
      for (const { subject, value, attribute } of factsOf(second)) {
        const other = known.find((fact) => fact.subject === subject);
        if (!other || other.value === value) continue;
        const { name, type } = second;
        const data = { title: titles[subject], name, type, value, other: other.value, otherType: first.type };
        report({ at: attribute, message: 'differs', sub: subject, data });
      }
    }

    return {
      target(target) {
        // A marketplace image says nothing of installers and disks.
        if (target.build && target.type !== 'azure-arm') targets.push(target);
      },
      end() {
        for (const [index, second] of targets.entries()) {
          const first = targets.slice(0, index).find((one) => isSameImage(one, second));
          if (first) compare(first, second);
        }
      },
    };
  },
});

/** Within one build, or in builds of one name: the same name on different platforms. */
function isSameImage(one: TargetView, other: TargetView): boolean {
  const sameBuild = one.build === other.build || hasSameName(one.build, other.build);
  return sameBuild && one.name === other.name && one.type !== other.type;
}

function hasSameName(one: Build | undefined, other: Build | undefined): boolean {
  return one?.name !== undefined && one.name === other?.name;
}

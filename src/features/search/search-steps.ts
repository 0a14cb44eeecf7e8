import { newActivityOfTypePath } from '@/domain/paths';
import type { ContactOption } from '@/features/contacts/server/contact-option-queries';
import type { DealOption } from '@/features/deals/server/deal-queries';
import type { TagOption } from '@/features/tags/server/tag-queries';
import { isSameName } from '@/lib/list/search';
import { fitsWords, logTexts, type Step } from './commands';
import type { StageList } from './intents';
import type { SearchAnswer } from './schema';
import type { PanelLine } from './search-lines';

/** The name of a step from the answers so far: "Tag", then the record. */
export function crumbsOf(step: Step): string[] {
	switch (step.asks) {
		case 'person':
			return [`${logTexts[step.type]} with`];
		case 'tagged':
			return ['Tag'];
		case 'tag':
			return ['Tag', step.record.name];
		case 'deal':
			return ['Change stage'];
		case 'stage':
			return ['Change stage', step.deal.name];
	}
}

type StepText = {
	/** What to type. */
	placeholder: string;
	/** A GET that answers `q`; the stages are known here. */
	source: string | null;
	/** The messages if nothing matches, and if there are no records at all. */
	none: string;
	empty: string;
	maxLength: number;
};

const maxAnswerLength = 200;

export const stepTexts: Record<Step['asks'], StepText> = {
	person: {
		placeholder: 'With whom? Type a name',
		source: '/api/contacts',
		none: 'Nobody has this name.',
		empty: 'There are no contacts yet.',
		maxLength: maxAnswerLength,
	},
	tagged: {
		placeholder: 'Which company or contact? Type a name',
		source: '/api/search',
		none: 'No company and no contact fits.',
		empty: 'Type the name of a company or a contact.',
		maxLength: maxAnswerLength,
	},
	tag: {
		placeholder: 'Which tag? Type a name',
		source: '/api/tags',
		none: 'No tag has this name.',
		empty: 'No tags yet. Type a name to make one.',
		maxLength: 50,
	},
	deal: {
		placeholder: 'Which open deal? Type a name',
		source: '/api/deals?open=yes',
		none: 'No open deal has this name.',
		empty: 'There are no open deals.',
		maxLength: maxAnswerLength,
	},
	stage: {
		placeholder: 'Which stage?',
		source: null,
		none: 'No stage has this name.',
		empty: '',
		maxLength: maxAnswerLength,
	},
};

/** What can be chosen in a step: what its source has answered to a text, or the stages that the text names. */
export function stepLines(step: Step, text: string, answer: unknown, stages: StageList): PanelLine[] {
	switch (step.asks) {
		case 'person':
			return (answer as ContactOption[]).map(({ id, name, companyName }) => ({
				key: `contact ${id}`,
				text: name,
				detail: companyName,
				href: newActivityOfTypePath(step.type, { contactId: id }),
			}));
		case 'tagged':
			return (answer as SearchAnswer).hits.flatMap(({ kind, id, name, about }): PanelLine[] =>
				kind === 'company' || kind === 'contact'
					? [
							{
								key: `${kind} ${id}`,
								text: name,
								detail: about,
								doing: { step: { asks: 'tag', record: { kind, id, name } } },
							},
						]
					: [],
			);
		case 'tag':
			return tagLines(step, text, answer as TagOption[]);
		case 'deal':
			return (answer as DealOption[]).map(({ id, name, companyName, stage }) => ({
				key: `deal ${id}`,
				text: name,
				detail: companyName,
				doing: { step: { asks: 'stage', deal: { id, name, stage } } },
			}));
		case 'stage':
			return stages
				.filter(({ name }) => fitsWords(name, text))
				.map(({ stage, name }) => ({
					key: stage,
					text: name,
					stage,
					...(stage === step.deal.stage && { detail: 'where it is' }),
					doing: { stage, deal: step.deal },
				}));
	}
}

function tagLines({ record }: Extract<Step, { asks: 'tag' }>, text: string, tags: TagOption[]): PanelLine[] {
	const lines = tags.map(
		({ name, colour }): PanelLine => ({
			key: `tag ${name}`,
			text: name,
			tag: { name, colour },
			doing: { tag: name, record },
		}),
	);
	const isKnown = tags.some(({ name }) => isSameName(name, text));
	if (text !== '' && !isKnown)
		lines.push({ key: 'create tag', text: `Create tag “${text}”`, icon: 'create', doing: { tag: text, record } });
	return lines;
}

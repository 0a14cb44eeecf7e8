import { newActivityOfTypePath } from '@/domain/paths';
import type { SearchedKind } from '@/domain/search/searched-kinds';
import { type Creatable, createPath } from '@/domain/shortcuts';
import type { ActivityType } from '@/features/activities/schema';
import type { DealStage } from '@/features/deals/schema';
import type { DealOption } from '@/features/deals/server/deal-queries';
import { parseSearch } from '@/lib/list/search';
import { creatableNouns, logTexts } from './commands';
import type { Intent, StageList } from './intents';
import type { Hit, SearchAnswer } from './schema';
import { hrefOfHit, type PanelLine } from './search-lines';
import { rankOf, ranks } from './search-rank';

/** The number of records offered for a verb, and for one that has a line for every activity type. */
const shownRecords = 5;
const shownOfTypes = 2;

/** What each new record can be created for. */
const createdFor: Record<Creatable, SearchedKind[]> = {
	company: [],
	contact: ['company'],
	deal: ['contact', 'company'],
	activity: ['contact', 'company', 'deal'],
	followUp: ['contact', 'company', 'deal'],
};

/** The lines that apply an intent to the records found by its name, the best match first. */
export function intentLines(intent: Intent, answer: unknown, stages: StageList): PanelLine[] {
	const { verb, name } = intent;
	if (verb.does === 'create' && verb.what === 'company') {
		const href = `/companies/new?${new URLSearchParams({ name })}`;
		return [{ key: 'intent create company', text: `Create company “${name}”`, icon: 'create', href }];
	}
	if (verb.does === 'move') {
		const deals = Array.isArray(answer) ? (answer as DealOption[]) : [];
		return moveLines(verb.to, name, deals, stages);
	}
	const hits = isFound(answer) ? answer.hits : [];
	switch (verb.does) {
		case 'log': {
			const best = ranked(hits, ['contact', 'company', 'deal'], name);
			const shown = best.slice(0, verb.types.length > 1 ? shownOfTypes : shownRecords);
			return shown.flatMap((hit) => verb.types.map((type) => logLine(type, hit)));
		}
		case 'tag':
			return ranked(hits, ['company', 'contact'], name).flatMap((hit): PanelLine[] =>
				hit.kind === 'company' || hit.kind === 'contact'
					? [
							{
								...lineText('tag', hit, `Tag ${hit.name}`),
								icon: 'tag',
								doing: { step: { asks: 'tag', record: { kind: hit.kind, id: hit.id, name: hit.name } } },
							},
						]
					: [],
			);
		case 'create':
			return ranked(hits, createdFor[verb.what], name).map((hit) => ({
				...lineText(
					'create',
					hit,
					`Create ${creatableNouns[verb.what].noun} ${hit.kind === 'company' ? 'at' : 'for'} ${hit.name}`,
				),
				icon: 'create',
				href: createPath(verb.what, hrefOfHit(hit)),
			}));
		case 'edit':
			return ranked(hits, ['company', 'contact', 'deal'], name).map((hit) => ({
				...lineText('edit', hit, `Edit ${hit.name}`),
				icon: 'go',
				href: `${hrefOfHit(hit)}/edit`,
			}));
		case 'open':
			return ranked(hits, ['company', 'contact', 'deal', 'activity'], name).map((hit) => ({
				key: `intent open ${hit.kind} ${hit.id}`,
				hit,
				href: hrefOfHit(hit),
			}));
	}
}

/** The first deal in each of its other stages, the asked ones first; then a line for each other deal. */
function moveLines(asked: DealStage[], name: string, deals: DealOption[], stages: StageList): PanelLine[] {
	const { words } = parseSearch(name);
	const [first, ...others] = deals.toSorted((a, b) => rankOf(a.name, words) - rankOf(b.name, words));
	if (!first) return [];
	const { id, stage: present } = first;
	return [
		...stages
			.filter(({ stage }) => stage !== present)
			.toSorted((a, b) => Number(asked.includes(b.stage)) - Number(asked.includes(a.stage)))
			.map(({ stage, name: stageName }) => ({
				key: `intent ${stage} ${id}`,
				text: `Move ${first.name} to ${stageName}`,
				detail: first.companyName,
				stage,
				doing: { stage, deal: { id, name: first.name, stage: present } },
			})),
		...others.slice(0, shownRecords - 1).map((deal) => ({
			key: `intent deal ${deal.id}`,
			text: `Change stage of ${deal.name}`,
			detail: deal.companyName,
			icon: 'stage' as const,
			doing: { step: { asks: 'stage' as const, deal: { id: deal.id, name: deal.name, stage: deal.stage } } },
		})),
	];
}

function logLine(type: ActivityType, hit: Hit): PanelLine {
	const { kind, id, name } = hit;
	const of = kind === 'company' ? { companyId: id } : kind === 'contact' ? { contactId: id } : { dealId: id };
	return {
		...lineText(type, hit, `${logTexts[type]} ${kind === 'deal' ? 'about' : 'with'} ${name}`),
		icon: 'log',
		href: newActivityOfTypePath(type, of),
	};
}

const lineText = (what: string, { kind, id, about }: Hit, text: string) => ({
	key: `intent ${what} ${kind} ${id}`,
	text,
	...(about && { detail: about }),
});

/** Records of some kinds: those first whose name begins with each word or has a word that does, then in the order of the kinds. */
function ranked(hits: Hit[], kinds: SearchedKind[], name: string): Hit[] {
	const place = (hit: Hit) => {
		const rank = rankOf(hit.name, parseSearch(name).words);
		return (rank <= ranks.words ? 0 : 100) + kinds.indexOf(hit.kind) * 10 + rank;
	};
	return hits
		.filter(({ kind }) => kinds.includes(kind))
		.toSorted((a, b) => place(a) - place(b))
		.slice(0, shownRecords);
}

function isFound(answer: unknown): answer is SearchAnswer {
	return typeof answer === 'object' && answer !== null && 'hits' in answer;
}

import { EmptyState } from '@/components/layout/empty-state';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Link } from '@/components/ui/link';
import { segmentLinkClasses, segmentsClasses } from '@/components/ui/segment-classes';
import { listPath, searchPath } from '@/domain/paths';
import { type KindWord, kindWords, type SearchedKind, searchedKinds } from '@/domain/search/searched-kinds';
import { requireUserId } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/list-params';
import { type Hit, searchPage } from '../schema';
import { hrefOfHit, titleOfKind } from '../search-lines';
import { unknownText } from '../search-words';
import { findResults, type KindResults, resultsOfKind } from '../server/search-queries';
import { HitText } from './hit-text';

/** All results of a search: the best of each kind, or those of one kind in pages. */
export async function SearchResults({ params }: { params: Promise<SearchParams> }) {
	const userId = await requireUserId();
	const { q, in: word, page } = searchPage.parse(await params);
	const { kinds, marks, unknown, isAlmost } = await findResults(userId, { q, in: word, page });
	return (
		<div className="max-w-4xl">
			<search>
				<form action="/search" className="mb-4 flex gap-2">
					<Input type="search" name="q" defaultValue={q} key={q} aria-label="Search everything" maxLength={200} />
					{word && <input type="hidden" name="in" value={word} />}
					<Button type="submit">Search</Button>
				</form>
			</search>
			{q !== '' && <KindLinks q={q} word={word} />}
			{unknown.map((each) => (
				<p key={`${each.operator} ${each.value}`} role="status" className="mb-3 text-muted-foreground">
					{unknownText(each)}
				</p>
			))}
			{isAlmost && kinds.length > 0 && (
				<p role="status" className="mb-3 text-muted-foreground">
					Nothing is written “<bdi translate="no">{q}</bdi>”. These are similar.
				</p>
			)}
			{kinds.map((results) => (
				<Results key={results.kind} {...results} q={q} word={word} marks={marks} />
			))}
			{kinds.length === 0 && unknown.length === 0 && (
				<EmptyState icon="icon-search/1.5" title={q === '' ? 'Search everything' : `No results for “${q}”`}>
					{q === ''
						? 'Names, addresses, phone numbers, notes, custom fields, tags, next steps and follow-ups are searched.'
						: 'Check the spelling, or use fewer words.'}
				</EmptyState>
			)}
			<details className="mt-6 text-muted-foreground text-sm">
				<summary className="cursor-pointer">Search tips</summary>
				<dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
					{tips.map(([typed, meaning]) => (
						<div key={typed} className="contents">
							<dt>
								<code translate="no">{typed}</code>
							</dt>
							<dd>{meaning}</dd>
						</div>
					))}
				</dl>
			</details>
		</div>
	);
}

const tips = [
	['"net 45"', 'these words next to each other'],
	['-lanh', 'without this word'],
	['tag:vip', 'with this tag'],
	['stage:proposal', 'deals in this stage'],
	['is:overdue', 'also open, won, lost, done, decider, left'],
	['in:deals', 'also companies, contacts, activities, follow-ups'],
] as const;

const wordOf = (kind: SearchedKind) =>
	(Object.keys(kindWords) as KindWord[]).find((word) => kindWords[word] === kind) as KindWord;

function KindLinks({ q, word }: { q: string; word: KindWord | undefined }) {
	return (
		<nav aria-label="Kind of result" className={`${segmentsClasses} mb-4 overflow-x-auto`}>
			<Link
				href={searchPath(q)}
				aria-current={word ? undefined : 'page'}
				className={`${segmentLinkClasses} whitespace-nowrap max-sm:px-2`}
			>
				All
			</Link>
			{searchedKinds.map((kind) => (
				<Link
					key={kind}
					href={searchPath(q, wordOf(kind))}
					aria-current={word === wordOf(kind) ? 'page' : undefined}
					className={`${segmentLinkClasses} whitespace-nowrap max-sm:px-2`}
				>
					{titleOfKind(kind)}
				</Link>
			))}
		</nav>
	);
}

type ResultsProps = KindResults & { q: string; word: KindWord | undefined; marks: string[] };

/** The results of one kind. */
function Results({ kind, hits, count, isCut, q, word, page, marks }: ResultsProps) {
	const title = titleOfKind(kind);
	const shown = resultsOfKind.alone;
	const list = kind === 'follow_up' ? null : listPath(listOf[kind], { ...(kind === 'deal' && { view: 'list' }), q });
	return (
		<section aria-label={title} className="mb-6">
			<h2 className="mb-1 font-semibold text-base">
				{title} <span className="font-normal text-muted-foreground tabular-nums">{isCut ? `${count}+` : count}</span>
			</h2>
			<ul className="divide-y rounded-lg border bg-card">
				{hits.map((hit) => (
					<li key={hit.id}>
						<HitLink hit={hit} marks={marks} />
					</li>
				))}
			</ul>
			{!word && count > hits.length && (
				<Link href={searchPath(q, wordOf(kind))} className="mt-2 inline-block text-primary hover:underline">
					All {title.toLowerCase()}
				</Link>
			)}
			{word && (page > 1 || count > page * shown) && (
				<nav aria-label="Pages" className="mt-3 flex gap-4">
					{page > 1 && <Link href={searchPath(q, word, page - 1)}>Previous</Link>}
					{count > page * shown && <Link href={searchPath(q, word, page + 1)}>Next</Link>}
				</nav>
			)}
			{word && isCut && list && count <= page * shown && (
				<p className="mt-2 text-muted-foreground">
					These are the {count} best matches.{' '}
					<Link href={list} className="text-primary hover:underline">
						See all in {title}
					</Link>
				</p>
			)}
		</section>
	);
}

const listOf = { company: 'companies', contact: 'contacts', deal: 'deals', activity: 'activities' } as const;

function HitLink({ hit, marks }: { hit: Hit; marks: string[] }) {
	return (
		<Link href={hrefOfHit(hit)} className="flex min-h-11 items-center gap-3 px-3 py-2 hover:bg-accent">
			<HitText hit={hit} marks={marks} />
		</Link>
	);
}

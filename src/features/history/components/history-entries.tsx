import type { Route } from 'next';
import { Link } from '@/components/ui/link';
import { activityPath, companyPath, contactPath, dealPath } from '@/domain/paths';
import type { Settings } from '@/features/account/server/account-queries';
import { cn } from '@/lib/cn';
import { formatMoment } from '@/lib/dates/dates';
import type { DiffPiece } from '../history-diff';
import { type HistoryEntry, maxListedRows, type Names, type RecordKind } from '../history-entry';
import { nounOf } from '../history-labels';
import { type ChangeLine, isByUser, type RecordLines, recordLines, summaryOf, titleOf } from '../history-words';
import { UndoChange } from './undo-change';

type HistoryEntriesProps = {
	entries: HistoryEntry[];
	names: Names;
	settings: Settings;
	/** Whose history it is: the entries do not name it. */
	of?: { kind: RecordKind; id: string };
	/** Whether they are already inside a card. */
	inCard?: boolean;
};

const pages: Record<RecordKind, { path: (id: string) => Route; list: Route }> = {
	company: { path: companyPath, list: '/companies' },
	contact: { path: contactPath, list: '/contacts' },
	deal: { path: dealPath, list: '/deals' },
	activity: { path: activityPath, list: '/activities' },
};

const isKind = (entity: string): entity is RecordKind => Object.hasOwn(pages, entity);

/** Change sets in words, each with Undo if that is possible. */
export function HistoryEntries({ entries, names, settings, of, inCard = false }: HistoryEntriesProps) {
	return (
		<ol className={cn('divide-y', inCard ? '-mx-4 border-t' : 'rounded-lg border bg-card')}>
			{entries.map((entry) => (
				<Entry key={entry.id} {...{ entry, names, settings, of }} />
			))}
		</ol>
	);
}

type EntryProps = Pick<HistoryEntriesProps, 'names' | 'settings' | 'of'> & { entry: HistoryEntry };

function Entry({ entry, names, settings, of }: EntryProps) {
	const { id, at, undos, undoneAt, isErased, counts, isLarge, rows } = entry;
	const titleId = `change-${id}`;
	const title = titleOf(entry);
	const records = recordLines(rows, { names, settings, undos });
	const summary = isLarge ? `more than ${maxListedRows} records` : summaryOf(counts, undos);
	// to undo that it was made takes the page away
	const made =
		of && rows.some(({ entity, recordId, op }) => entity === of.kind && recordId === of.id && op === 'created');
	// what an account began with stays
	const isFirst = rows.some(({ entity, op }) => entity === 'settings' && op === 'created');
	return (
		<li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3">
			<div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
				<div id={titleId} tabIndex={-1} className="flex flex-wrap items-baseline gap-x-3">
					<p className="wrap-anywhere font-medium">{title}</p>
					<p className="text-muted-foreground text-xs tabular-nums">
						<span>{isByUser(entry) ? 'You · ' : ''}</span>
						<span>{formatMoment(at, settings)}</span>
					</p>
				</div>
				{of ? (
					records.map(({ lines, id: record }) => <Lines key={record} lines={lines} />)
				) : (
					<Records records={records} />
				)}
				{summary && (
					<p className="wrap-anywhere">
						<span className="text-muted-foreground">
							{of ? (isLarge ? 'Part of a change to ' : 'With it: ') : 'In all: '}
						</span>
						<span>{summary}</span>
					</p>
				)}
				{isErased && <p className="text-muted-foreground">Erased for good, so it can’t be undone.</p>}
				{undoneAt && (
					<p className="text-muted-foreground">
						Undone on <span>{formatMoment(undoneAt, settings)}</span>
					</p>
				)}
			</div>
			{!undoneAt && !isFirst && !isErased && (
				<UndoChange
					changeSet={id}
					label={entry.label}
					isUndo={undos % 2 === 1}
					titleId={titleId}
					leaveTo={made && of ? pages[of.kind].list : undefined}
				/>
			)}
		</li>
	);
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Whether a line is only a label, such as "Created". */
const isBare = ({ values }: ChangeLine) => values.length === 0;

function Lines({ lines }: { lines: ChangeLine[] }) {
	if (lines.length === 0) return null;
	return (
		<ul>
			{lines.map(({ label, values, pieces, isOwn }) => (
				<li key={label} className="wrap-anywhere">
					{values.length > 0 ? (
						<span className="text-muted-foreground">
							<span translate={isOwn && 'no'}>{label}</span>:{' '}
						</span>
					) : (
						<span>{label}</span>
					)}
					{pieces ? <Pieces pieces={pieces} /> : <Values values={values} />}
				</li>
			))}
		</ul>
	);
}

function Values({ values }: { values: string[] }) {
	return values.map((value, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: the old value and the new one
		<span key={index}>
			{index > 0 && <span className="text-muted-foreground"> → </span>}
			<bdi translate="no">{value}</bdi>
		</span>
	));
}

const pieceTags = { same: 'span', removed: 'del', added: 'ins' } as const;
const pieceLooks = {
	same: 'text-muted-foreground',
	removed: 'rounded-sm bg-destructive-soft text-destructive-ink',
	added: 'rounded-sm bg-success-soft text-success-ink no-underline',
};

/** A long text with the words that came and went. */
function Pieces({ pieces }: { pieces: DiffPiece[] }) {
	return (
		<span translate="no" className="block whitespace-pre-line">
			{pieces.map(({ text, kind }, index) => {
				const Tag = pieceTags[kind];
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place
					<Tag key={index} className={pieceLooks[kind]}>
						{kind !== 'same' && <span className="sr-only">{kind === 'added' ? ' added: ' : ' removed: '}</span>}
						{text}
					</Tag>
				);
			})}
		</span>
	);
}

/** The records of a set by name, with a link to those that are there. */
function Records({ records }: { records: RecordLines[] }) {
	return (
		<ul className="flex flex-col gap-1">
			{records.map(({ entity, id, name, exists, lines }) => (
				<li key={`${entity} ${id}`}>
					<span className="text-muted-foreground">
						<span>{sentence(nounOf(entity)[0])}</span>{' '}
					</span>
					{exists && isKind(entity) ? (
						<Link href={pages[entity].path(id)} translate="no" className="text-link">
							{name}
						</Link>
					) : (
						<span translate="no" className="wrap-anywhere">
							{name}
						</span>
					)}
					{lines.filter(isBare).map(({ label }) => (
						<span key={label} className="text-muted-foreground">{` · ${label.toLowerCase()}`}</span>
					))}
					<Lines lines={lines.filter((line) => !isBare(line))} />
				</li>
			))}
		</ul>
	);
}

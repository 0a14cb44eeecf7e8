import type { PartnerNoun } from '@/domain/named-record';
import type { Settings } from '@/features/account/server/account-queries';
import { formatDate, formatMoment } from '@/lib/dates/dates';
import type { KeptBackup } from '@/lib/files/kept-backups';
import type { KnownTerm } from '../server/known-as';

type StaysListProps = {
	noun: PartnerNoun;
	/** Whether there are texts that name them. */
	hasTexts: boolean;
	terms: KnownTerm[];
	/** The names that are one word. */
	oneWord: string[];
	/** Tags, fields and options that are called after them. */
	labels: string[];
	backups: KeptBackup[] | null;
	settings: Settings;
};

/** So many of what others share is named. */
const mostShared = 10;

/** What an erasure leaves, in sentences. */
export function StaysList({ noun, hasTexts, terms, oneWord, labels, backups, settings }: StaysListProps) {
	const shared = terms.filter(({ others }) => others.length > 0);
	return (
		<ul className="flex list-disc flex-col gap-1.5 pl-5">
			{hasTexts && (
				<li>
					Texts above that you leave unticked, as they are now. Their earlier versions in the history lose the names.
				</li>
			)}
			{shared.slice(0, mostShared).map(({ kind, value, others }) => (
				<li key={`${kind} ${value}`}>
					“<span translate="no">{value}</span>” where others have it too (
					<span translate="no">{others.join(', ')}</span>): they keep it, and so does the history of other records.
				</li>
			))}
			{shared.length > mostShared && <li>{shared.length - mostShared} more that others have too, who keep theirs.</li>}
			{oneWord.map((name) => (
				<li key={name}>
					“<span translate="no">{name}</span>” in the history of other records: as one word it may mean somebody else.
				</li>
			))}
			{noun === 'contact' && (
				<li>Deleted contacts of the same name who had none of these emails and numbers: they count as others.</li>
			)}
			{labels.length > 0 && (
				<li>
					Tags, custom fields and options that are called after them, which you can rename in Settings:{' '}
					<span translate="no">{labels.join(', ')}</span>.
				</li>
			)}
			<li>Files that were exported or downloaded, drafts in other browsers, and copies of backups in other places.</li>
			<Backups backups={backups} settings={settings} />
		</ul>
	);
}

function Backups({ backups, settings }: Pick<StaysListProps, 'backups' | 'settings'>) {
	if (backups === null) return <li>Backups that were made before. MiniCRM does not know where they are.</li>;
	if (backups.length === 0) return <li>Backups: there are none on this machine.</li>;
	return (
		<li>
			Backups on this machine, which would bring everything back. With a backup every night, these are kept until:
			<ul className="mt-1 flex flex-col gap-0.5 tabular-nums">
				{backups.map(({ at, until }) => (
					<li key={at.getTime()} className="flex flex-wrap gap-x-2">
						<span>{formatMoment(at, settings)}</span>
						<span className="text-muted-foreground">
							until{' '}
							{typeof until === 'string'
								? formatDate(until, settings)
								: until.next === 'updates'
									? 'there have been three more updates'
									: 'another one fails its check'}
						</span>
					</li>
				))}
			</ul>
		</li>
	);
}

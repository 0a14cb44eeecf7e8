'use client';

import type { Route } from 'next';
import { useRef } from 'react';
import { InfoIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { type Duplicate, isOfField } from '@/domain/duplicate';
import { cn } from '@/lib/cn';
import { SignedOut } from './signed-out';
import { useDuplicates } from './use-duplicates';

type DuplicateHintProps = {
	/** A GET that takes what was typed and answers with what it resembles. */
	source: string;
	/** The fields of the form that are looked at. */
	fields: readonly string[];
	/** What the question has to know beside them. */
	more: Record<string, string>;
	/** The address of a record's page. */
	pathOf: (id: string) => Route;
	/** What somebody has: "which" or "whom". */
	pronoun: 'which' | 'whom';
};

const sames = { website: 'Same website as', email: 'Same email as', phone: 'Same phone as' };

/**
 * Says quietly, while something new is typed, that it resembles what is there already. Its place is kept free, so that
 * nothing moves when it speaks; the links open in a new tab, so that nothing typed is lost.
 */
export function DuplicateHint({ source, fields, more, pathOf, pronoun }: DuplicateHintProps) {
	const place = useRef<HTMLDivElement>(null);
	const { found, isSignedOut } = useDuplicates(source, place, fields, more);
	return (
		<div
			ref={place}
			role="status"
			aria-label="Already there"
			className="mt-1 min-h-18 py-1.5 text-muted-foreground text-xs"
		>
			{isSignedOut && (
				<p>
					<SignedOut typed />
				</p>
			)}
			{found.length > 0 && (
				<ul className="flex flex-col">
					{found.map((record) => (
						<li key={record.id} className="flex min-w-0 items-start gap-1.5">
							<InfoIcon className="mt-[3px] size-3.5 shrink-0 text-info-ink" />
							<Line record={record} path={pathOf(record.id)} pronoun={pronoun} alone={found.length === 1} />
						</li>
					))}
				</ul>
			)}
		</div>
	);
}

function Same({ same }: Pick<Duplicate, 'same'>) {
	if (!isOfField(same)) return <span>{same === 'name' ? 'Looks like' : sames[same]}</span>;
	return (
		<span>
			Same <span translate="no">{same.slice('field:'.length)}</span> as
		</span>
	);
}

type LineProps = { record: Duplicate; path: Route; pronoun: 'which' | 'whom'; alone: boolean };

function Line({ record, path, pronoun, alone }: LineProps) {
	const { name, detail, same } = record;
	const text = `“${name}”`;
	return (
		// what does not fit into the place that is kept free is cut off at its end; the name comes before the rest
		<p
			className={cn('relative min-w-0 leading-5', alone ? 'wrap-anywhere line-clamp-3' : 'truncate')}
			title={detail ? `${name}, ${detail}` : name}
		>
			<Same same={same} />{' '}
			<Link
				href={path}
				target="_blank"
				className="font-medium text-foreground underline underline-offset-2 focus-visible:-outline-offset-2"
			>
				<span translate="no">{text}</span>
				<span className="sr-only"> (opens in a new tab)</span>
			</Link>
			{detail && <span>{` of ${detail}`}</span>}, <span>{pronoun}</span> you have already
		</p>
	);
}

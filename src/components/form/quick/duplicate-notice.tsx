'use client';

import type { Route } from 'next';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { type Duplicate, isOfField } from '@/domain/duplicate';
import { counted } from '@/lib/text/counted';
import { SignedOut } from '../signed-out';
import { useDuplicates } from '../use-duplicates';

type DuplicateNoticeProps = {
	/** A GET that takes what was typed and answers with what it resembles. */
	source: string;
	/** The fields that are looked at, and what their names begin with in the form. */
	fields: readonly string[];
	prefix: string;
	/** What the question has to know beside them. */
	more: Record<string, string>;
	pathOf: (id: string) => Route;
	/** Takes one that is there in place of a new one; undefined for one that does not fit. */
	onUse?: ((record: Duplicate) => (() => void) | undefined) | undefined;
};

const sames = {
	name: 'You may have this one:',
	website: 'Same website:',
	email: 'Same email:',
	phone: 'Same phone:',
};

/** Says under a name that what is typed resembles what is there already, and offers to take that. It prevents nothing. */
export function DuplicateNotice({ source, fields, prefix, more, pathOf, onUse }: DuplicateNoticeProps) {
	const place = useRef<HTMLDivElement>(null);
	const { found, isSignedOut } = useDuplicates(source, place, fields, more, prefix);
	const [others, setOthers] = useState<string[]>([]);
	const shown = found.filter(({ id }) => !others.includes(id));
	return (
		<div ref={place} role="status" aria-label="Possible duplicates" className="empty:hidden sm:col-span-2">
			{isSignedOut && (
				<p className="text-muted-foreground text-xs">
					<SignedOut typed />
				</p>
			)}
			{shown.length > 0 && (
				<ul className="flex flex-col gap-1.5 rounded-md bg-warning-soft px-3 py-2 text-sm text-warning-ink">
					{shown.map((record) => (
						<li key={record.id} className="flex min-w-0 gap-2">
							<CopyIcon className="mt-0.5 size-4 shrink-0" />
							<div className="min-w-0">
								<p className="wrap-anywhere line-clamp-3">
									<Same same={record.same} />{' '}
									<b translate="no" className="font-semibold">
										{record.name}
									</b>
									{(record.detail ?? record.industry) && (
										<span translate="no">{` · ${record.detail ?? record.industry}`}</span>
									)}
									{Boolean(record.contacts) && (
										<span>{` · ${counted(record.contacts ?? 0, 'contact', 'contacts')}`}</span>
									)}
								</p>
								<Answers
									path={pathOf(record.id)}
									use={onUse?.(record)}
									onOther={() => setOthers([...others, record.id])}
								/>
							</div>
						</li>
					))}
				</ul>
			)}
		</div>
	);
}

function Same({ same }: Pick<Duplicate, 'same'>) {
	if (!isOfField(same)) return <span>{sames[same]}</span>;
	return (
		<span>
			Same <span translate="no">{same.slice('field:'.length)}</span>:
		</span>
	);
}

type AnswersProps = { path: Route; use: (() => void) | undefined; onOther: () => void };

/** The links open in a new tab, so that nothing typed is lost. */
function Answers({ path, use, onOther }: AnswersProps) {
	const look = 'h-7 px-1.5 font-semibold text-warning-ink hover:bg-warning-ink/10 hover:text-warning-ink';
	return (
		<p className="-ml-1.5 mt-0.5 flex flex-wrap gap-x-2">
			{use && (
				<Button variant="ghost" size="sm" className={look} onClick={use}>
					Use this one
				</Button>
			)}
			<Button asChild variant="ghost" size="sm" className={look}>
				<Link href={path} target="_blank">
					<span>Open</span>
					<span className="sr-only"> (opens in a new tab)</span>
				</Link>
			</Button>
			<Button variant="ghost" size="sm" className={look} onClick={onOther}>
				Not the same
			</Button>
		</p>
	);
}

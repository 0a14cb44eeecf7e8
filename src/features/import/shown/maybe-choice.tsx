'use client';

import { useState, useTransition } from 'react';
import { noAnswerFailure } from '@/components/form/form';
import { sayFailure } from '@/components/form/say-failure';
import { Link } from '@/components/ui/link';
import { segmentClasses, segmentsClasses } from '@/components/ui/segment-classes';
import { companyPath, contactPath, dealPath } from '@/domain/paths';
import { cn } from '@/lib/cn';
import { decideImport } from '../actions';
import type { Sameness } from '../import-choices';
import type { MaybeSame } from '../import-shown';
import { maybeWords, type ShownFile } from './shown-file';

const paths = { companies: companyPath, contacts: contactPath, deals: dealPath };
const choices: [Sameness, string][] = [
	['same', 'Same'],
	['apart', 'Apart'],
];

/** What a row may be the same as, and whether it is. */
export function MaybeChoice({
	file,
	line,
	name,
	maybe,
}: {
	file: ShownFile;
	line: number;
	name: string;
	maybe: MaybeSame;
}) {
	const saved = file.decided[String(line)] ?? file.maybe;
	const [chosen, setChosen] = useState<Sameness | null>(null);
	const [pending, start] = useTransition();
	const decide = (decision: Sameness) => {
		setChosen(decision);
		start(async () => {
			const result = await decideImport({ id: file.id, line, decision }).catch(noAnswerFailure('this was saved'));
			setChosen(null);
			if (!result.ok) sayFailure(result);
		});
	};
	return (
		<div className="flex min-w-0 flex-col items-start gap-1.5">
			<div className="min-w-0">
				<p className="wrap-anywhere font-medium">
					{maybe.company && (
						<>
							<span translate="no">{maybe.company}</span> <span className="font-normal text-muted-foreground">
								or
							</span>{' '}
						</>
					)}
					{maybe.recordId ? (
						<Link
							href={(maybe.company ? companyPath : paths[file.kind])(maybe.recordId)}
							translate="no"
							className="text-link"
						>
							{maybe.name}
						</Link>
					) : (
						<>
							<span>{`Line ${maybe.line}:`}</span> <span translate="no">{maybe.name}</span>
						</>
					)}
				</p>
				{maybe.detail && (
					<p translate="no" className="wrap-anywhere line-clamp-2 text-muted-foreground text-xs">
						{maybe.detail}
					</p>
				)}
				<p className="text-warning-ink text-xs">{maybeWords[maybe.by]}</p>
			</div>
			<fieldset aria-busy={pending || undefined}>
				<legend className="sr-only">
					{maybe.company
						? `Is the company “${maybe.company}” in line ${line} the same?`
						: `Is “${name}” in line ${line} the same?`}
				</legend>
				<div className={segmentsClasses}>
					{choices.map(([value, label]) => (
						<label
							key={value}
							className={cn(
								segmentClasses,
								'relative cursor-pointer has-checked:bg-accent has-checked:text-accent-foreground has-focus-visible:outline-2 has-focus-visible:outline-ring',
							)}
						>
							<input
								type="radio"
								name={`maybe-${line}`}
								value={value}
								checked={(chosen ?? saved) === value}
								onChange={() => decide(value)}
								className="absolute inset-0 cursor-pointer opacity-0"
							/>
							<span>{label}</span>
						</label>
					))}
				</div>
			</fieldset>
		</div>
	);
}

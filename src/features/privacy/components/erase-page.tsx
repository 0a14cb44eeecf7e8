import type { Route } from 'next';
import type { ReactNode } from 'react';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import type { PartnerNoun } from '@/domain/named-record';
import type { Settings } from '@/features/account/server/account-queries';
import type { UserId } from '@/lib/auth/session';
import { readKeptBackups } from '@/lib/files/kept-backups';
import { readErasure } from '../server/erasure-queries';
import { isOneWord } from '../term-patterns';
import { EraseForm } from './erase-form';
import { StaysList } from './stays-list';

type ErasePageProps = {
	userId: UserId;
	noun: PartnerNoun;
	record: { id: string; name: string };
	/** What goes and what stays of other records, in sentences. */
	removed: ReactNode[];
	path: Route;
	settings: Settings;
};

/** What it means to erase somebody for good, and the form that does it. */
export async function ErasePage({ userId, noun, record, removed, path, settings }: ErasePageProps) {
	const { terms, mentions, count, views, labels } = await readErasure(userId, noun, record.id);
	const backups = await readKeptBackups(new Date());
	const names = terms.filter(({ kind }) => kind === 'name');
	const earlier = names.filter(({ value }) => value !== record.name).map(({ value }) => value);
	return (
		<div className="flex max-w-3xl flex-col gap-5">
			<Part title="What is erased">
				<ul className="flex list-disc flex-col gap-1.5 pl-5">
					{removed.map((sentence, at) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: they never change places
						<li key={at}>{sentence}</li>
					))}
					<li>
						What the history remembers: every change of {noun === 'contact' ? 'this contact' : 'these records'}, and
						their names, emails and phone numbers in the changes of others
						{earlier.length > 0 && (
							<>
								, also as <Names names={earlier} />
							</>
						)}
						. None of that can be undone afterward.
					</li>
					<li>
						Rows of imports that hold them, rejected ones too, and uploaded files that are not imported yet if they do.
					</li>
					{views.length > 0 && (
						<li>
							Saved views that name them: <Names names={views.map(({ name }) => name)} />.
						</li>
					)}
					<li>Notes that were typed and not saved, and what was opened recently.</li>
				</ul>
			</Part>
			<EraseForm noun={noun} id={record.id} mentions={mentions} count={count} path={path}>
				<Part title="What stays">
					<StaysList
						noun={noun}
						hasTexts={count > 0}
						terms={terms}
						oneWord={names.map(({ value }) => value).filter(isOneWord)}
						labels={labels}
						backups={backups}
						settings={settings}
					/>
				</Part>
			</EraseForm>
		</div>
	);
}

function Part({ title, children }: { title: string; children: ReactNode }) {
	return (
		<section aria-label={title}>
			<Card>
				<CardHeader>
					<CardTitle>{title}</CardTitle>
				</CardHeader>
				<CardContent>{children}</CardContent>
			</Card>
		</section>
	);
}

/** Names in quotes, the first few of many. */
function Names({ names }: { names: string[] }) {
	const shown = names.slice(0, 10);
	return (
		<>
			{shown.map((name, at) => (
				<span key={name}>
					{at > 0 && ', '}“<span translate="no">{name}</span>”
				</span>
			))}
			{names.length > shown.length && <span> and {names.length - shown.length} more</span>}
		</>
	);
}

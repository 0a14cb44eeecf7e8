import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { companyPath, listPath, logCallPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { type DateSettings, formatDay } from '@/lib/dates/dates';
import { counted } from '@/lib/text/counted';
import { type QuietPerson, quietLimit, readGoingQuiet } from '../server/contact-queries';
import { PersonName } from './person-name';

const shownPeople = 10;

/** Who is late by their rhythm, those who decide first; nothing while the account has no contacts. */
export async function GoingQuiet() {
	const userId = await requireUserId();
	const settings = await getSettings(userId);
	const { people, count, contacts, rhythms } = await readGoingQuiet(userId, settings.timeZone, shownPeople);
	if (people.length === 0) return contacts && <QuietCard>{rhythms ? <NobodyLate /> : <NoRhythms />}</QuietCard>;
	return (
		<QuietCard>
			<ul>
				{people.map((person) => (
					<QuietLine key={person.id} person={person} settings={settings} />
				))}
			</ul>
			{count > people.length && (
				<p className="border-t px-4 py-2.5 text-muted-foreground">
					These are the first <span>{people.length}</span> of{' '}
					<Link href={listPath('contacts', { silent: 'rhythm' })} className="text-foreground underline">
						<span>
							{count > quietLimit ? `more than ${quietLimit.toLocaleString('en')}` : count.toLocaleString('en')}
						</span>{' '}
						people
					</Link>
					.
				</p>
			)}
		</QuietCard>
	);
}

function QuietCard({ children }: { children: ReactNode }) {
	return (
		<Card className="gap-2 pb-1">
			<CardHeader>
				<CardTitle>Going quiet</CardTitle>
			</CardHeader>
			<CardContent className="px-0">{children}</CardContent>
		</Card>
	);
}

function NobodyLate() {
	return (
		<p className="px-4 pb-3 text-muted-foreground">Nobody is late. You are in touch with everybody you meant to be.</p>
	);
}

function NoRhythms() {
	return (
		<p className="px-4 pb-3 text-muted-foreground">
			Nobody has a rhythm yet. Edit{' '}
			<Link href="/contacts" className="text-foreground underline">
				a contact
			</Link>{' '}
			and choose under “Stay in touch” how often you want to talk; whoever is late by that is listed here.
		</p>
	);
}

function QuietLine({ person, settings }: { person: QuietPerson; settings: DateSettings }) {
	const { id, name, companyId, companyName, lastContactAt, daysLate } = person;
	return (
		<li className="flex flex-wrap items-center gap-x-6 gap-y-1 border-t px-4 py-2.5">
			<div className="min-w-0 flex-[1_1_16rem]">
				<PersonName person={person} />
				<Link href={companyPath(companyId)} translate="no" className="text-link text-muted-foreground">
					{companyName}
				</Link>
			</div>
			<div className="tabular-nums sm:text-right">
				<p className="font-medium text-destructive-ink">
					<span>{counted(daysLate, 'day', 'days')}</span> late
				</p>
				<p className="text-muted-foreground text-xs">
					{lastContactAt ? `Last contact ${formatDay(lastContactAt, settings)}` : 'No contact yet'}
				</p>
			</div>
			<Button asChild variant="outline" size="sm" className="ml-auto sm:ml-0">
				<Link href={logCallPath(id)}>
					Log a call
					<span className="sr-only">
						{' '}
						with <span translate="no">{name}</span>
					</span>
				</Link>
			</Button>
		</li>
	);
}

export function GoingQuietSkeleton() {
	return <Skeleton className="h-32" />;
}

import type { ReactNode } from 'react';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { Skeleton } from '@/components/ui/skeleton';
import { listPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { requireUserId } from '@/lib/auth/session';
import { formatDay } from '@/lib/dates/dates';
import { counted } from '@/lib/text/counted';
import { quietLimit, readGoingQuiet } from '../server/contact-queries';
import { QuietLine } from './quiet-line';

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
				{people.map(({ lastContactAt, daysLate, ...person }) => (
					<QuietLine
						key={person.id}
						{...person}
						late={counted(daysLate, 'day', 'days')}
						lastContact={lastContactAt && formatDay(lastContactAt, settings)}
					/>
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

export function GoingQuietSkeleton() {
	return <Skeleton className="h-32" />;
}

import type { ReactNode } from 'react';
import { PhoneLink } from '@/components/ui/address-links';
import { Card, CardAction, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { EmailLink } from '@/components/ui/contact-links';
import { Link } from '@/components/ui/link';
import { companyPeoplePath } from '@/domain/paths';
import { type DateSettings, formatDay } from '@/lib/dates/dates';
import type { Person } from '../server/contact-queries';
import { PersonName } from './person-name';

type PeopleCardProps = {
	title: string;
	people: Person[];
	companyId: string;
	/** Whether the company has more people than these. */
	more: boolean;
	settings: DateSettings;
	/** Stands above the people. */
	children?: ReactNode;
};

/** People of one company, each with how far they decide and when they were last contacted. */
export function PeopleCard(props: PeopleCardProps) {
	const { title, people, companyId, more, settings, children } = props;
	return (
		<Card className="gap-2 pb-1">
			<CardHeader>
				<CardTitle>{title}</CardTitle>
				{more && (
					<CardAction>
						<Link href={companyPeoplePath(companyId)} className="text-sm hover:underline">
							All in the list
						</Link>
					</CardAction>
				)}
			</CardHeader>
			<CardContent className="@container px-0">
				{children}
				<ul>
					{people.map((person) => (
						<PersonLine key={person.id} person={person} settings={settings} />
					))}
				</ul>
			</CardContent>
		</Card>
	);
}

type PersonLineProps = { person: Person; settings: DateSettings };

function PersonLine({ person, settings }: PersonLineProps) {
	const { jobTitle, email, phone, lastContactAt } = person;
	return (
		<li
			data-contact={person.id}
			data-contact-name={person.name}
			className="grid gap-x-6 gap-y-1 border-t px-4 py-2.5 @lg:grid-cols-[minmax(14rem,1fr)_minmax(0,auto)]"
		>
			<div className="min-w-0">
				<PersonName person={person} />
				{jobTitle && (
					<p translate="no" className="wrap-anywhere text-muted-foreground">
						{jobTitle}
					</p>
				)}
			</div>
			<div className="min-w-0 text-muted-foreground @lg:text-right">
				<p className="text-xs tabular-nums leading-6">
					{lastContactAt ? `Last contact ${formatDay(lastContactAt, settings)}` : 'No contact yet'}
				</p>
				<p className="flex min-w-0 flex-wrap items-baseline gap-x-4 gap-y-1 @lg:justify-end">
					{email && <EmailLink email={email} />}
					{phone && <PhoneLink phone={phone} />}
				</p>
			</div>
		</li>
	);
}

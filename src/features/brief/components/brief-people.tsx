import { PhoneLink } from '@/components/ui/address-links';
import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { authorityTones } from '@/components/ui/tones';
import { contactPath } from '@/domain/paths';
import { authorityLabels } from '@/features/contacts/schema';
import { roleNames } from '@/features/deals/schema';
import { type DateSettings, dayIn, daysBetween, formatDay } from '@/lib/dates/dates';
import { counted } from '@/lib/text/counted';
import type { BriefPerson, BriefSubject } from '../server/brief-queries';
import { BriefSection, Nothing } from './brief-section';

type BriefPeopleProps = { people: BriefPerson[]; subject: BriefSubject; settings: DateSettings };

/** Who takes part, and who decides besides. */
export function BriefPeople({ people, subject, settings }: BriefPeopleProps) {
	const { meeting, deal } = subject;
	const taking = people.filter(({ takesPart }) => takesPart);
	const others = people.filter(({ takesPart }) => !takesPart);
	const lines = (some: BriefPerson[]) => (
		<ul className="divide-y rounded-lg border bg-card print:border-0">
			{some.map((person) => (
				<PersonLine key={person.id} person={person} subject={subject} settings={settings} />
			))}
		</ul>
	);
	if (!meeting && !deal)
		return (
			<BriefSection title="Key contacts">
				{others.length > 0 ? lines(others) : <Nothing>No contacts yet.</Nothing>}
			</BriefSection>
		);
	return (
		<>
			<BriefSection title={meeting ? 'Who’s coming' : 'Contacts in this deal'}>
				{taking.length > 0 ? (
					lines(taking)
				) : (
					<Nothing>{meeting ? 'No contacts are named in this meeting.' : 'No contacts in this deal yet.'}</Nothing>
				)}
			</BriefSection>
			{others.length > 0 && (
				<BriefSection title={meeting ? 'Other decision makers' : 'Other decision makers at the company'}>
					{lines(others)}
				</BriefSection>
			)}
		</>
	);
}

type PersonLineProps = { person: BriefPerson; subject: BriefSubject; settings: DateSettings };

function PersonLine({ person, subject, settings }: PersonLineProps) {
	const { id, name, company, jobTitle, phone, isDecisionMaker, authorityLevel, role, lastContactAt } = person;
	const days =
		lastContactAt && daysBetween(dayIn(lastContactAt, settings.timeZone), dayIn(new Date(), settings.timeZone));
	return (
		<li className="grid break-inside-avoid gap-x-6 gap-y-0.5 px-4 py-2 sm:grid-cols-[minmax(0,1fr)_auto] print:px-0">
			<div className="min-w-0">
				<p className="flex flex-wrap items-center gap-x-2 gap-y-1">
					<Link href={contactPath(id)} translate="no" className="text-link wrap-anywhere font-medium">
						{name}
					</Link>
					{isDecisionMaker && (
						<Badge className={authorityLevel ? authorityTones[authorityLevel] : undefined}>
							{authorityLevel ? `Decision maker · ${authorityLabels[authorityLevel]}` : 'Decision maker'}
						</Badge>
					)}
					{role && <Badge variant="outline">{roleNames[role]}</Badge>}
				</p>
				<p className="wrap-anywhere text-muted-foreground">
					{jobTitle && <span translate="no">{jobTitle}</span>}
					{company.id !== subject.company.id && (
						<span>
							{jobTitle && ' · '}
							<span translate="no">{company.name}</span>
						</span>
					)}
				</p>
			</div>
			<div className="text-muted-foreground sm:text-right">
				<p className="tabular-nums">
					{lastContactAt && days !== null
						? `Last contact ${formatDay(lastContactAt, settings)}${days > 0 ? `, ${counted(days, 'day', 'days')} ago` : ''}`
						: 'No contact yet'}
				</p>
				{phone && <PhoneLink phone={phone} />}
			</div>
		</li>
	);
}

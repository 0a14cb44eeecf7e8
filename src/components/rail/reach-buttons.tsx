'use client';
'use no memo';

import { useId } from 'react';
import { logWith } from '@/components/layout/log-with';
import { mailLink } from '@/components/ui/address-links';
import { MailIcon, PhoneIcon, SquarePenIcon } from '@/components/ui/icons';
import { telephoneLink } from '@/lib/text/phone';
import type { PhoneNumber, ShownPerson } from './shown-person';

/** Calls somebody, writes to them, or logs something with them, each by one click. */
export function ReachButtons({ person }: { person: Pick<ShownPerson, 'id' | 'name' | 'phones' | 'email'> }) {
	const { id, name, phones, email } = person;
	return (
		<>
			<CallButton name={name} phones={phones} />
			{email ? (
				<a href={mailLink(email)} title={email} className="reach-button">
					<MailIcon />
					<OfName verb="Email" name={name} />
				</a>
			) : (
				<Missing icon={<MailIcon />} text="No email yet" />
			)}
			<button
				type="button"
				title="Log activity"
				className="reach-button"
				onClick={() => logWith({ contact: { id, name } })}
			>
				<SquarePenIcon />
				<OfName verb="Log activity with" name={name} />
			</button>
		</>
	);
}

/** Calls the only number, or lists several; says that there is none. */
function CallButton({ name, phones }: { name: string; phones: PhoneNumber[] }) {
	const [only, ...more] = phones;
	if (!only) return <Missing icon={<PhoneIcon />} text="No phone yet" />;
	if (more.length === 0)
		return (
			<a href={telephoneLink(only.value)} title={only.value} className="reach-button">
				<PhoneIcon />
				<OfName verb="Call" name={name} />
			</a>
		);
	return (
		<PhoneList
			phones={phones}
			className="reach-button"
			title="Call"
			face={
				<>
					<PhoneIcon />
					<OfName verb="Call" name={name} />
				</>
			}
		/>
	);
}

type PhoneListProps = { phones: PhoneNumber[]; className: string; title?: string; face: React.ReactNode };

/** A button that lists numbers to call. The browser's own popover: it opens before any script runs. */
export function PhoneList({ phones, className, title, face }: PhoneListProps) {
	const id = useId();
	return (
		<>
			<button type="button" popoverTarget={id} title={title} className={className}>
				{face}
			</button>
			<ul id={id} popover="auto" className="phone-list">
				{phones.map(({ value, label }) => (
					<li key={`${value} ${label}`}>
						<a href={telephoneLink(value)}>
							<span translate="no">{value}</span>
							{label && <small translate="no">{label}</small>}
						</a>
					</li>
				))}
			</ul>
		</>
	);
}

function OfName({ verb, name }: { verb: string; name: string }) {
	return (
		<span className="sr-only">
			{verb} <span translate="no">{name}</span>
		</span>
	);
}

function Missing({ icon, text }: { icon: React.ReactNode; text: string }) {
	return (
		<span role="img" aria-label={text} title={text} data-missing className="reach-button">
			{icon}
		</span>
	);
}

'use client';
'use no memo';

import type { Route } from 'next';
import type { ReactNode } from 'react';
import { logWith } from '@/components/layout/log-with';
import { mailLink } from '@/components/ui/address-links';
import { Button } from '@/components/ui/button';
import { buttonVariants } from '@/components/ui/button-variants';
import { Link } from '@/components/ui/link';
import { calledName } from '@/lib/text/called-name';
import { telephoneLink } from '@/lib/text/phone';
import { beginAddingContact, beginEditing, beginFollowUp } from './begin';
import { PhoneList } from './reach-buttons';
import type { ShownPerson } from './shown-person';

/** Who is to be reached, and how. */
export type Reached = Pick<ShownPerson, 'id' | 'name' | 'phones' | 'email'>;

/** What clears a signal. */
export type Remedy =
	| { kind: 'call'; person: Reached }
	| { kind: 'meet'; person: Pick<Reached, 'id' | 'name'> | null }
	| { kind: 'followUp' }
	/** Where it is done if not on this page. */
	| { kind: 'addContact'; href: Route }
	| { kind: 'closeDate'; href: Route };

const look = { variant: 'outline', size: 'sm' } as const;

/** The one button that does what a signal asks for. */
export function RemedyButton({ remedy }: { remedy: Remedy }) {
	if (remedy.kind === 'call') return <CallRemedy {...remedy.person} log={logWith} />;
	if (remedy.kind === 'meet') {
		const { person } = remedy;
		const contact = person ? { contact: { id: person.id, name: person.name } } : {};
		return (
			<Button {...look} onClick={() => logWith({ ...contact, type: 'meeting', isPlanned: true })}>
				Plan a meeting
			</Button>
		);
	}
	if (remedy.kind === 'followUp')
		return (
			<Button {...look} onClick={beginFollowUp}>
				Add follow-up
			</Button>
		);
	if (remedy.kind === 'addContact')
		return (
			<Button asChild {...look}>
				<Link href={remedy.href} onClick={(event) => beginAddingContact() && event.preventDefault()}>
					Add contact
				</Link>
			</Button>
		);
	return (
		<Button asChild {...look}>
			<Link href={remedy.href} onClick={(event) => beginEditing('expectedCloseOn') && event.preventDefault()}>
				Move close date
			</Link>
		</Button>
	);
}

type CallRemedyProps = Reached & { log: typeof logWith };

/** Calls somebody; where no number is known, writes to them, and otherwise logs what was said elsewhere. */
export function CallRemedy({ id, name, phones, email, log }: CallRemedyProps) {
	const called = <span translate="no">{calledName(name)}</span>;
	const [only, ...more] = phones;
	if (more.length > 0)
		return <PhoneList phones={phones} className={buttonVariants(look)} face={<span>Call {called}</span>} />;
	if (only) return <Reach href={telephoneLink(only.value)} title={only.value} verb="Call" called={called} />;
	if (email) return <Reach href={mailLink(email)} title={email} verb="Email" called={called} />;
	return (
		<Button {...look} onClick={() => log({ contact: { id, name }, type: 'call' })}>
			Log call
		</Button>
	);
}

type ReachProps = { href: string; title: string; verb: string; called: ReactNode };

function Reach({ href, title, verb, called }: ReachProps) {
	return (
		<Button asChild {...look}>
			<a href={href} title={title}>
				<span>
					{verb} {called}
				</span>
			</a>
		</Button>
	);
}

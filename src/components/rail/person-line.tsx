'use client';
'use no memo';

import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { companyPath, contactPath } from '@/domain/paths';
import { ReachButtons } from './reach-buttons';
import type { ShownPerson } from './shown-person';

type PersonLineProps = {
	person: ShownPerson;
	/** Stands beside the name in place of their authority. */
	role?: ReactNode;
	/** Further buttons. */
	tools?: ReactNode;
};

/** Somebody in a rail: who they are, when they were last contacted, and how to reach them. */
export function PersonLine({ person, role, tools }: PersonLineProps) {
	const { id, name, jobTitle, company, badge, lastContact, isQuiet } = person;
	return (
		<li data-contact={id} data-contact-name={name} className="person-line">
			<Avatar name={name} />
			<div>
				<div data-name>
					<Link href={contactPath(id)} translate="no" className="text-link font-medium">
						{name}
					</Link>
					{role ?? (badge && <Badge className={badge.tone}>{badge.text}</Badge>)}
				</div>
				{jobTitle && <p translate="no">{jobTitle}</p>}
				{company && (
					<p>
						<Link href={companyPath(company.id)} translate="no" className="text-link">
							{company.name}
						</Link>
					</p>
				)}
				<div data-reach>
					<span data-quiet={isQuiet || undefined} title={lastContact?.day}>
						{lastContact ? (
							<>
								<span className="sr-only">Last contact </span>
								<span>{lastContact.ago}</span>
							</>
						) : (
							'No contact yet'
						)}
					</span>
					<ReachButtons person={person} />
					{tools}
				</div>
			</div>
		</li>
	);
}

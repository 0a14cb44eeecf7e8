'use client';

import { useState } from 'react';
import { useDateSettings } from '@/components/form/date/date-settings';
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import {
	AlarmClockIcon,
	BuildingIcon,
	CalendarPlusIcon,
	CircleCheckIcon,
	HandshakeIcon,
	MessageCircleIcon,
	PhoneIcon,
	SquarePenIcon,
	UsersRoundIcon,
} from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { companyPath, contactPath, dealPath } from '@/domain/paths';
import { telephoneLink } from '@/lib/text/phone';
import type { AgendaEntry } from '../agenda-entry';
import { snoozeChoices } from '../snooze-choices';
import { useEntryDetails } from '../use-entry-details';
import type { EntryDoing } from './agenda-line';
import { Why } from './agenda-line';
import { SnoozeForm } from './snooze-form';

type EntrySheetProps = {
	entry: AgendaEntry;
	doing: EntryDoing;
	onSnooze: (until: string, time?: string) => void;
	onClose: () => void;
};

/** Everything that can be done with an entry, in reach of a thumb. */
export function EntrySheet({ entry, doing, onSnooze, onClose }: EntrySheetProps) {
	const { style, todayNow } = useDateSettings();
	const [picks, setPicks] = useState(false);
	const { title, contact, company, deal, phone } = entry;
	const isDate = entry.kind === 'date';
	const then = (run: (entry: AgendaEntry) => void) => () => {
		onClose();
		run(entry);
	};
	const choices = snoozeChoices(entry, todayNow(), style);
	const { details } = useEntryDetails(entry, undefined, null);
	const zalo = details?.person?.phones.find((each) => each.zalo);
	return (
		<Dialog open onOpenChange={(open) => open || onClose()}>
			<DialogContent
				className="entry-sheet max-sm:top-auto max-sm:bottom-0 max-sm:w-full max-sm:max-w-none max-sm:translate-y-0 max-sm:rounded-b-none max-sm:data-[state=open]:animate-fade-in"
				{...(contact && { 'data-contact': contact.id, 'data-contact-name': contact.name })}
			>
				<DialogTitle translate="no">{title}</DialogTitle>
				<DialogDescription asChild>
					<p data-why>
						<Why entry={entry} now={undefined} />
					</p>
				</DialogDescription>
				<div data-main>
					{!isDate && (
						<>
							<button type="button" data-first onClick={then(doing.done)}>
								<CircleCheckIcon /> Done
							</button>
							<button type="button" onClick={() => onSnooze(choices[0]?.day ?? '')}>
								<AlarmClockIcon /> {choices[0]?.name}
							</button>
						</>
					)}
					{phone && (
						<a href={telephoneLink(phone)}>
							<PhoneIcon /> Call
						</a>
					)}
					<button type="button" onClick={then(doing.log)}>
						<SquarePenIcon /> Log
					</button>
					{isDate && (
						<button type="button" onClick={then(doing.followUp)}>
							<CalendarPlusIcon /> Follow-up
						</button>
					)}
				</div>
				{!isDate && (
					<div>
						<p id="snooze-until" className="text-muted-foreground">
							Snooze until
						</p>
						{/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields; these are buttons. */}
						<div role="group" aria-labelledby="snooze-until" className="day-chips">
							{choices.slice(1).map(({ name, day, on }) => (
								<button key={name} type="button" onClick={() => onSnooze(day)}>
									{name}
									<span>{on}</span>
								</button>
							))}
							<button type="button" aria-expanded={picks} onClick={() => setPicks(!picks)}>
								Pick…
							</button>
						</div>
					</div>
				)}
				{picks && <SnoozeForm label="Date" onChoose={onSnooze} />}
				<ul>
					{zalo && (
						<li>
							<MessageCircleIcon />
							<a href={zalo.zalo} translate="no">
								Zalo {zalo.value}
							</a>
						</li>
					)}
					{contact && (
						<li>
							<UsersRoundIcon />
							<Link href={contactPath(contact.id)} translate="no">
								{contact.name}
							</Link>
						</li>
					)}
					{company && (
						<li>
							<BuildingIcon />
							<Link href={companyPath(company.id)} translate="no">
								{company.name}
							</Link>
						</li>
					)}
					{deal && (
						<li>
							<HandshakeIcon />
							<Link href={dealPath(deal.id)} translate="no">
								{deal.name}
							</Link>
						</li>
					)}
				</ul>
			</DialogContent>
		</Dialog>
	);
}

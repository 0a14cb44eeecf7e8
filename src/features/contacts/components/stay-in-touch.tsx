import { type DateSettings, dayIn, formatDate, formatDay } from '@/lib/dates/dates';
import { dueDay, rhythmLabels } from '../rhythm';
import type { Contact } from '../server/contact-queries';

/** When a contact was last contacted and, if they have a rhythm, the day by which to contact them again. */
export function StayInTouch({ contact, settings }: { contact: Contact; settings: DateSettings }) {
	const { createdAt, stats } = contact;
	// a contact who has left is not asked for
	const rhythm = contact.leftOn ? null : contact.rhythm;
	const last = stats?.lastContactAt;
	const due = rhythm && dueDay(dayIn(last ?? createdAt, settings.timeZone), rhythm);
	const late = due !== null && due < dayIn(new Date(), settings.timeZone);
	return (
		<>
			<p className="tabular-nums">{last ? `Last contact ${formatDay(last, settings)}` : 'No contact yet'}</p>
			{rhythm && due && (
				<p className="tabular-nums">
					Stay in touch: <span>{rhythmLabels[rhythm].toLowerCase()}</span>,{' '}
					<span className={late ? 'font-medium text-destructive-ink' : undefined}>
						<span>{late ? 'late since' : 'due'}</span> <span>{formatDate(due, settings)}</span>
					</span>
				</p>
			)}
		</>
	);
}

import { NoticeCard } from '@/components/rail/notice-card';
import { pointsOfKind } from '@/domain/contact-points/contact-point';
import type { Settings } from '@/features/account/server/account-queries';
import { dayIn, daysBetween } from '@/lib/dates/dates';
import { counted } from '@/lib/text/counted';
import { dueDay, rhythmLabels } from '../rhythm';
import type { Contact } from '../server/contact-queries';

/** Says that somebody was not contacted for longer than intended, and calls them. Nothing where they left or are snoozed. */
export function QuietNotice({ contact, settings }: { contact: Contact; settings: Settings }) {
	const { id, name, email, rhythm, leftOn, quietUntil, createdAt, stats } = contact;
	if (!rhythm || leftOn) return null;
	const { timeZone } = settings;
	const today = dayIn(new Date(), timeZone);
	const last = dayIn(stats.lastContactAt ?? createdAt, timeZone);
	if (dueDay(last, rhythm) >= today || (quietUntil && quietUntil > today)) return null;
	const days = <b>{counted(daysBetween(last, today), 'day', 'days')}</b>;
	const text = (
		<>
			{stats.lastContactAt ? <>{days} without contact.</> : <>No contact yet, {days} after this contact was added.</>}{' '}
			<span>You wanted to stay in touch {rhythmLabels[rhythm].toLowerCase()}.</span>
		</>
	);
	const phones = pointsOfKind(contact, 'phone').map(({ value, label }) => ({ value, label }));
	const remedy = { kind: 'call' as const, person: { id, name, email, phones } };
	return <NoticeCard notices={[{ key: 'quiet', icon: 'icon-hourglass', text, remedy }]} />;
}

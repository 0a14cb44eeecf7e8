import { BarFocusButton } from '@/components/layout/focus-button';
import { CalendarClockIcon, MailIcon, NotebookPenIcon, PhoneIcon } from '@/components/ui/icons';
import { telephoneLink } from '@/lib/text/phone';

type RecordBarProps = { phone: string | null; email: string | null };

/** What one does with a record, under the thumb on a phone. */
export function RecordBar({ phone, email }: RecordBarProps) {
	return (
		<div className="record-bar">
			<BarFocusButton field="log">
				<NotebookPenIcon className="size-5" />
				Log
			</BarFocusButton>
			{phone && (
				<a href={telephoneLink(phone)}>
					<PhoneIcon className="size-5" />
					Call
				</a>
			)}
			{email && (
				<a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}>
					<MailIcon className="size-5" />
					Mail
				</a>
			)}
			<BarFocusButton field="followUp">
				<CalendarClockIcon className="size-5" />
				Follow-up
			</BarFocusButton>
		</div>
	);
}

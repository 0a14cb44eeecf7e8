import { cn } from '@/lib/cn';
import { telephoneLink } from '@/lib/text/phone';

/** An email address that opens the mail program, `shown` with its domain as people write it. */
export function EmailAddress({ email, shown, className }: EmailAddressProps) {
	return (
		<a href={mailLink(email)} translate="no" className={cn('text-link', className)}>
			{shown}
		</a>
	);
}

type EmailAddressProps = { email: string; shown: string; className?: string };

/** The address that opens the mail program. */
export const mailLink = (email: string) => `mailto:${encodeURIComponent(email).replace('%40', '@')}`;

/** A phone number that can be called. */
export function PhoneLink({ phone }: { phone: string }) {
	return (
		<a href={telephoneLink(phone)} translate="no" className="text-link whitespace-nowrap">
			{phone}
		</a>
	);
}

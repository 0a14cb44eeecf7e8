import { cn } from '@/lib/cn';
import { readableAddress } from '@/lib/text/domain-names';
import { telephoneLink } from '@/lib/text/phone';

/** An email address that opens the mail program. */
export function EmailLink({ email, className }: { email: string; className?: string }) {
	return (
		<a
			href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}
			title={className && readableAddress(email)}
			translate="no"
			className={cn('text-link', className)}
		>
			{readableAddress(email)}
		</a>
	);
}

/** A phone number that can be called. */
export function PhoneLink({ phone }: { phone: string }) {
	return (
		<a href={telephoneLink(phone)} translate="no" className="text-link whitespace-nowrap">
			{phone}
		</a>
	);
}

/** A website, shown without what every address begins with. */
export function WebsiteLink({ website }: { website: string }) {
	return (
		<a href={website} target="_blank" rel="noreferrer" translate="no" className="text-link">
			{readableAddress(website).replace(/^https?:\/\/(www\.)?/, '')}
		</a>
	);
}

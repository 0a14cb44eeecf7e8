import { readableAddress } from '@/lib/text/domain-names';
import { EmailAddress } from './address-links';

/** An email address as it is kept. */
export function EmailLink({ email }: { email: string }) {
	return <EmailAddress email={email} shown={readableAddress(email)} />;
}

/** A website, shown without what every address begins with. */
export function WebsiteLink({ website }: { website: string }) {
	return (
		<a href={website} target="_blank" rel="noreferrer" translate="no" className="text-link">
			{readableAddress(website).replace(/^https?:\/\/(www\.)?/, '')}
		</a>
	);
}

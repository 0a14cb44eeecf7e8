import type { ReactNode } from 'react';
import type { IconClass } from '@/components/ui/icons';
import { type Remedy, RemedyButton } from './remedy-button';

/** Something that is amiss with a record: a sentence, and what clears it. */
export type Notice = { key: string; icon: IconClass; text: ReactNode; remedy: Remedy };

/** What is amiss with a record, the worst first, each with the button that does something about it; nothing where all is well. */
export function NoticeCard({ notices }: { notices: Notice[] }) {
	if (notices.length === 0) return null;
	return (
		<section aria-label="Signals" className="notice-card">
			<ul>
				{notices.map(({ key, icon, text, remedy }) => (
					<li key={key} data-notice={key}>
						<svg aria-hidden className={icon} />
						<p>{text}</p>
						<RemedyButton remedy={remedy} />
					</li>
				))}
			</ul>
		</section>
	);
}

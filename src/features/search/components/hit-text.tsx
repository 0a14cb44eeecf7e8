import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { CalendarCheckIcon, HandshakeIcon, type Icon, ListTodoIcon } from '@/components/ui/icons';
import type { SearchedKind } from '@/domain/search/searched-kinds';
import type { Hit } from '../schema';
import { Marked } from './marked';

/** A company and a contact are shown by their initials. */
const icons: Record<Exclude<SearchedKind, 'company' | 'contact'>, Icon> = {
	follow_up: ListTodoIcon,
	deal: HandshakeIcon,
	activity: CalendarCheckIcon,
};

/** A found record: its name, what distinguishes it, and why it was found where that does not say it. */
export function HitText({ hit: { kind, name, about, decides, why }, marks }: { hit: Hit; marks: readonly string[] }) {
	const Icon = kind === 'company' || kind === 'contact' ? null : icons[kind];
	return (
		<>
			{Icon ? (
				<Icon className="mx-1 size-4 shrink-0 text-muted-foreground" />
			) : (
				<Avatar name={name} of={kind === 'company' ? 'company' : 'person'} className="size-6 text-[0.625rem]" />
			)}
			<span className="min-w-0 flex-1">
				<span className="flex flex-wrap items-baseline gap-x-2">
					<span translate="no" className="wrap-anywhere line-clamp-2 font-medium">
						<Marked text={name} marks={marks} />
					</span>
					{decides && <Badge className="bg-authority-primary-soft text-authority-primary-ink">Decision maker</Badge>}
				</span>
				{about && (
					<span translate="no" className="wrap-anywhere line-clamp-2 text-muted-foreground text-xs">
						<Marked text={about} marks={marks} />
					</span>
				)}
				{why && (
					<span className="wrap-anywhere line-clamp-2 text-xs">
						<b className="font-medium" {...(why.isOwn && { translate: 'no' })}>
							{why.label}:
						</b>{' '}
						<span translate="no" className="text-muted-foreground">
							<Marked text={why.text} marks={marks} />
						</span>
					</span>
				)}
			</span>
		</>
	);
}

'use client';

import type { Route } from 'next';
import { useId, useRef } from 'react';
import { Button } from '@/components/ui/button';
import {
	BuildingIcon,
	CalendarClockIcon,
	HandshakeIcon,
	type Icon,
	NotebookPenIcon,
	PlusIcon,
	UserRoundIcon,
} from '@/components/ui/icons';
import { Kbd } from '@/components/ui/kbd';
import { Link } from '@/components/ui/link';
import { wantedOn } from '@/domain/creating';
import { type Creatable, createPath, createShortcuts } from '@/domain/shortcuts';
import { wantCreate } from './create-wanted';

const items: Record<Creatable, { label: string; icon: Icon }> = {
	company: { label: 'Company', icon: BuildingIcon },
	contact: { label: 'Contact', icon: UserRoundIcon },
	deal: { label: 'Deal', icon: HandshakeIcon },
	activity: { label: 'Call, email, meeting, or note', icon: NotebookPenIcon },
	followUp: { label: 'Follow-up', icon: CalendarClockIcon },
};

/** Creates something from any page, for the record that is open there. The browser's own popover: it opens before any script runs. */
export function NewMenu() {
	'use no memo';
	const id = useId();
	const panel = useRef<HTMLDivElement>(null);
	return (
		<>
			<Button variant="outline" popoverTarget={id} className="max-sm:w-9 max-sm:px-0 max-sm:pointer-coarse:w-10">
				<PlusIcon />
				<span className="max-sm:sr-only">New</span>
			</Button>
			{/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields; these are links. */}
			<div
				ref={panel}
				id={id}
				popover="auto"
				role="group"
				aria-label="New"
				className="record-menu w-max shadow-lg open:animate-pop-in"
			>
				{createShortcuts.map(({ keys, creates }) => (
					<Item
						key={creates}
						{...items[creates]}
						keys={keys}
						creates={creates}
						onDone={() => panel.current?.hidePopover()}
					/>
				))}
			</div>
		</>
	);
}

type ItemProps = { label: string; icon: Icon; keys: string; creates: Creatable; onDone: () => void };

function Item({ label, icon: ItemIcon, keys, creates, onDone }: ItemProps) {
	'use no memo';
	return (
		<Button asChild variant="ghost">
			<Link
				// without the page's code it leads to the form
				href={createPath(creates, '/') as Route}
				onClick={(event) => {
					if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
					onDone();
					if (wantCreate(wantedOn(creates, window.location.pathname, window.location.search))) event.preventDefault();
				}}
			>
				<ItemIcon className="text-muted-foreground" />
				<span>{label}</span>
				<Kbd aria-hidden className="ml-auto in-data-[shortcuts=off]:hidden pointer-coarse:hidden">
					{keys}
				</Kbd>
			</Link>
		</Button>
	);
}

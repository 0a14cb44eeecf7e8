'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ChevronDownIcon, ChevronUpIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { type PanelKind, recordPath } from '@/domain/panel-record';
import type { PagerPlace } from './pager-place';

type PagerNavProps = { kind: PanelKind; place: PagerPlace; onStep: (to: string) => void };

/** Which one of the list a record is, and the way to the next and the previous one. */
export function PagerNav({ kind, place, onStep }: PagerNavProps) {
	return (
		<nav
			data-pager
			aria-label="Records of the list"
			className="flex items-center gap-1 text-muted-foreground tabular-nums"
		>
			<p className="whitespace-nowrap">
				<span>{place.text}</span>
				{place.within && (
					<>
						{' in '}
						<span>{place.within}</span>
					</>
				)}
			</p>
			<Way kind={kind} label="Previous record" keyName="k" to={place.previous} onStep={onStep}>
				<ChevronUpIcon />
			</Way>
			<Way kind={kind} label="Next record" keyName="j" to={place.next} onStep={onStep}>
				<ChevronDownIcon />
			</Way>
		</nav>
	);
}

type WayProps = Pick<PagerNavProps, 'kind' | 'onStep'> & {
	label: string;
	keyName: string;
	to: string | null;
	children: ReactNode;
};

function Way({ kind, label, keyName, to, onStep, children }: WayProps) {
	const on = useShortcuts();
	return (
		<Button
			asChild={to !== null}
			variant="ghost"
			size="icon-sm"
			className="size-6"
			disabled={!to}
			title={on ? `${label} (${keyName})` : label}
		>
			{to ? (
				<Link href={recordPath({ kind, id: to })} replace onClick={() => onStep(to)}>
					{children}
					<span className="sr-only">{label}</span>
				</Link>
			) : (
				<>
					{children}
					<span className="sr-only">{label}</span>
				</>
			)}
		</Button>
	);
}

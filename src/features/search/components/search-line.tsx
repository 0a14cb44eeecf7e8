'use client';

import type { Route } from 'next';
import { type ReactNode, useEffect, useRef } from 'react';
import { PickerOptionLine } from '@/components/form/picker/picker-option';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import {
	ArrowRightIcon,
	CalendarCheckIcon,
	HandshakeIcon,
	type Icon,
	KeyboardIcon,
	ListIcon,
	LogOutIcon,
	MilestoneIcon,
	NotebookPenIcon,
	PlusIcon,
	SunMoonIcon,
	TagIcon,
} from '@/components/ui/icons';
import { Kbd } from '@/components/ui/kbd';
import { Link } from '@/components/ui/link';
import { TagBadge } from '@/components/ui/tag-badge';
import { stageMarks } from '@/components/ui/tones';
import { cn } from '@/lib/cn';
import type { Hit, SearchedKind } from '../schema';
import { type LineText, type PanelLine, recordInLine } from '../search-lines';
import { markMatches } from '../search-text';

/** A company and a contact are shown by their initials. */
const icons: Record<Exclude<SearchedKind, 'company' | 'contact'>, Icon> = {
	deal: HandshakeIcon,
	activity: CalendarCheckIcon,
};

const saidIcons: Record<NonNullable<LineText['icon']>, Icon> = {
	go: ArrowRightIcon,
	create: PlusIcon,
	log: NotebookPenIcon,
	tag: TagIcon,
	stage: MilestoneIcon,
	theme: SunMoonIcon,
	keys: KeyboardIcon,
	logOut: LogOutIcon,
	list: ListIcon,
};

type SearchLineProps = {
	line: PanelLine;
	/** What was searched for, to be marked. */
	q: string;
	id: string;
	active: boolean;
	onPoint: () => void;
	onTake: () => void;
	/** Called where the record is wanted in the side panel. */
	onPeek: () => void;
	/** Called when the line is followed. */
	onLeave: () => void;
};

/** One line of the box: a link, which the keys of the input open as well, or something that is done. */
export function SearchLine({ line, q, onLeave, onTake, onPeek, ...option }: SearchLineProps) {
	const content = 'hit' in line ? <HitText hit={line.hit} q={q} /> : <TextLine line={line} q={q} />;
	if ('href' in line)
		return (
			<LinkLine {...option} href={line.href} {...(recordInLine(line) && { onPeek })} onLeave={onLeave}>
				{content}
			</LinkLine>
		);
	return (
		<PickerOptionLine {...option} selected={option.active} onTake={onTake}>
			<span className="flex min-h-8 min-w-0 flex-1 items-center gap-3">{content}</span>
		</PickerOptionLine>
	);
}

type LinkLineProps = Omit<SearchLineProps, 'line' | 'q' | 'onTake' | 'onPeek'> & {
	onPeek?: () => void;
	href: string;
	children: ReactNode;
};

function LinkLine({ id, active, href, onPoint, onPeek, onLeave, children }: LinkLineProps) {
	const element = useRef<HTMLAnchorElement>(null);
	useEffect(() => {
		if (active) element.current?.scrollIntoView({ block: 'nearest' });
	}, [active]);
	return (
		<Link
			ref={element}
			id={id}
			href={href as Route}
			role="option"
			tabIndex={-1}
			aria-selected={active}
			onPointerMove={onPoint}
			onClick={(event) => {
				if (event.shiftKey && onPeek) {
					event.preventDefault();
					onPeek();
				} else if (!event.ctrlKey && !event.metaKey && !event.shiftKey) onLeave();
			}}
			className={cn(
				'flex min-h-10 items-center gap-3 rounded-sm px-2 py-1.5 pointer-coarse:min-h-11',
				active && 'bg-accent text-accent-foreground',
			)}
		>
			{children}
		</Link>
	);
}

function HitText({ hit: { kind, name, about, decides }, q }: { hit: Hit; q: string }) {
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
						<Marked text={name} q={q} />
					</span>
					{decides && <Badge className="bg-authority-primary-soft text-authority-primary-ink">Decision maker</Badge>}
				</span>
				{about && (
					<span translate="no" className="wrap-anywhere line-clamp-2 text-muted-foreground text-xs">
						<Marked text={about} q={q} />
					</span>
				)}
			</span>
		</>
	);
}

function TextLine({ line: { text, detail, icon, keys, tag, stage }, q }: { line: LineText; q: string }) {
	const Icon = icon && saidIcons[icon];
	return (
		<>
			{Icon && <Icon className="size-4 shrink-0 text-muted-foreground" />}
			{stage && <span aria-hidden className={`size-2.5 shrink-0 rounded-full ${stageMarks[stage]}`} />}
			<span className="wrap-anywhere min-w-0 flex-1">
				{tag ? <TagBadge {...tag} className="max-w-full" /> : icon ? <span>{text}</span> : <Marked text={text} q={q} />}
				{detail && (
					<span className="text-muted-foreground text-xs">
						{' '}
						· <span translate="no">{detail}</span>
					</span>
				)}
			</span>
			{keys && (
				<Kbd aria-hidden className="shrink-0 in-data-[shortcuts=off]:hidden pointer-coarse:hidden">
					{keys}
				</Kbd>
			)}
		</>
	);
}

function Marked({ text, q }: { text: string; q: string }) {
	return markMatches(text, q).map(({ text: part, marked, start }) =>
		marked ? (
			<mark key={start} className="rounded-xs bg-warning-soft text-inherit">
				{part}
			</mark>
		) : (
			<span key={start}>{part}</span>
		),
	);
}

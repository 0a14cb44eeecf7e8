'use client';

import type { Route } from 'next';
import { type ReactNode, useEffect, useRef } from 'react';
import { PickerOptionLine } from '@/components/form/picker/picker-option';
import {
	ArrowRightIcon,
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
import { type LineText, type PanelLine, recordInLine } from '../search-lines';
import { HitText } from './hit-text';
import { Marked } from './marked';

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
	marks: readonly string[];
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
export function SearchLine({ line, marks, onLeave, onTake, onPeek, ...option }: SearchLineProps) {
	const content = 'hit' in line ? <HitText hit={line.hit} marks={marks} /> : <TextLine line={line} marks={marks} />;
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

type LinkLineProps = Omit<SearchLineProps, 'line' | 'marks' | 'onTake' | 'onPeek'> & {
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

function TextLine({
	line: { text, detail, icon, keys, tag, stage },
	marks,
}: {
	line: LineText;
	marks: readonly string[];
}) {
	const Icon = icon && saidIcons[icon];
	return (
		<>
			{Icon && <Icon className="size-4 shrink-0 text-muted-foreground" />}
			{stage && <span aria-hidden className={`size-2.5 shrink-0 rounded-full ${stageMarks[stage]}`} />}
			<span className="wrap-anywhere min-w-0 flex-1">
				{tag ? (
					<TagBadge {...tag} className="max-w-full" />
				) : icon ? (
					<span>{text}</span>
				) : (
					<Marked text={text} marks={marks} />
				)}
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

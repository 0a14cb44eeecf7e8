'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { SignedOut } from '@/components/form/signed-out';
import { AwaitField } from '@/components/ui/await-field';
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog';
import type { Wanted } from '@/domain/creating';
import { Composer } from '@/features/activities/composer/composer';
import type { ComposerLinks } from '@/features/activities/composer/sent-activity';
import { LinkPicker } from '@/features/follow-ups/components/link-picker';
import { type ChosenLink, chosenLink } from '@/features/follow-ups/follow-up-links';
import { isComposing } from '@/lib/browser/keyboard';
import { readJson, whyNoAnswer } from '@/lib/browser/read-json';

type ActivityDialogProps = { open: boolean; onOpenChange: (open: boolean) => void; wanted: Wanted };

/** Names what is kept until it is logged: the record that the dialog was opened for, whichever is chosen meanwhile. */
const draftKeyOf = ({ dealId, contactId, companyId }: Wanted['of']) => dealId ?? contactId ?? companyId ?? 'anywhere';

/** Logs or plans a call, an email, a meeting or a note over the page that is open, for the record there or another one. */
export function ActivityDialog({ open, onOpenChange, wanted }: ActivityDialogProps) {
	const { links, isSignedOut, choose, read } = useLinks(wanted.of);
	const record = links && recordOf(links);
	// what is typed meanwhile is for its text, which stands behind the record
	if (!links) return open && <AwaitField />;
	return (
		<Dialog open={open} onOpenChange={onOpenChange}>
			<DialogContent
				className="flex max-w-[36rem] flex-col gap-0 p-0 max-sm:inset-0 max-sm:h-dvh max-sm:max-h-none max-sm:w-full max-sm:max-w-none max-sm:translate-x-0 max-sm:translate-y-0 max-sm:rounded-none max-sm:border-0"
				onEscapeKeyDown={(event) => {
					// an open list closes first
					const isOpen = document.activeElement?.getAttribute('aria-expanded') === 'true';
					if (isOpen || isComposing(event)) event.preventDefault();
				}}
			>
				<DialogHeader className="border-b px-5 py-3.5">
					<DialogTitle>Log activity</DialogTitle>
					<DialogDescription className="sr-only">Ctrl+Enter saves.</DialogDescription>
				</DialogHeader>
				<div className="flex flex-col gap-4 px-5 py-4">
					{isSignedOut && (
						<p role="alert" className="text-destructive-ink">
							<SignedOut typed />
						</p>
					)}
					<LinkPicker
						findsOnly
						label="Company, contact, or deal"
						initial={record ?? undefined}
						onChoose={(chosen) => choose(chosen?.links ?? {})}
					/>
					<Composer
						inDialog
						links={links}
						readLinks={read}
						draftKey={draftKeyOf(wanted.of)}
						{...(wanted.type && { type: wanted.type })}
						onDone={(saved, changeSet) => {
							onOpenChange(false);
							wanted.onLogged?.({ subject: saved.subject, changeSet });
						}}
						onCancel={() => onOpenChange(false)}
					/>
				</div>
			</DialogContent>
		</Dialog>
	);
}

/** Whom something that is logged for a record most likely belongs to, or for the one before while that is asked for; null at first. */
function useLinks(first: Wanted['of']) {
	const [query, setQuery] = useState(() => queryOf(first));
	const [links, setLinks] = useState<ComposerLinks | null>(null);
	const [isSignedOut, setSignedOut] = useState(false);
	// what is saved at once belongs to the record that was chosen last, before that is on the screen
	const wanted = useRef(query);
	const known = useRef<{ query: string; links: ComposerLinks } | null>(null);

	/** The links of the record that was chosen last. */
	async function read(signal?: AbortSignal): Promise<ComposerLinks> {
		const asked = wanted.current;
		if (known.current?.query === asked) return known.current.links;
		const found = await askFor(asked, signal);
		known.current = { query: asked, links: found };
		return found;
	}

	const ask = useEffectEvent(async (signal: AbortSignal) => {
		try {
			const found = await read(signal);
			if (signal.aborted) return;
			setLinks(found);
			setSignedOut(false);
		} catch (error) {
			if (signal.aborted) return;
			setSignedOut(whyNoAnswer(error) === 'signedOut');
			// it opens all the same, without a record
			setLinks((before) => before ?? {});
		}
	});

	// biome-ignore lint/correctness/useExhaustiveDependencies: asks again for each record.
	useEffect(() => {
		const outdated = new AbortController();
		const again = () => void ask(outdated.signal);
		again();
		window.addEventListener('focus', again);
		window.addEventListener('online', again);
		return () => {
			outdated.abort();
			window.removeEventListener('focus', again);
			window.removeEventListener('online', again);
		};
	}, [query]);

	function choose(of: Wanted['of']) {
		wanted.current = queryOf(of);
		setQuery(wanted.current);
	}

	return { links, isSignedOut, choose, read };
}

const queryOf = (of: Wanted['of']) => String(new URLSearchParams(of));

async function askFor(query: string, signal?: AbortSignal): Promise<ComposerLinks> {
	if (!query) return {};
	const noun = query.startsWith('deal') ? 'deal' : query.startsWith('contact') ? 'contact' : 'company';
	const links = await readJson<ComposerLinks>(`/api/activities/links?${query}`, signal);
	return { ...links, own: noun };
}

/** The record that the links were asked for, as the picker shows it. */
function recordOf({ own, ...links }: ComposerLinks): ChosenLink | null {
	const record = own && links[own];
	return record ? chosenLink({ kind: own, about: '', ...record }) : null;
}

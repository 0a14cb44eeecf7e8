'use client';

import { useEffect } from 'react';
import { message } from '@/components/form/message';
import { Button } from '@/components/ui/button';
import { CopyIcon } from '@/components/ui/icons';
import { Kbd } from '@/components/ui/kbd';
import { toast } from '@/components/ui/toast';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { copyText } from '@/lib/browser/copy-text';
import { isShortcut } from '@/lib/browser/keyboard';

type CopyButtonProps = {
	/** What is copied, and what it is, such as "email". */
	text: string;
	noun: string;
	/** The key that copies as well, while nobody is typing. */
	shortcut?: string | undefined;
};

/** Copies a text by a click or, where it has one, by a key. */
export function CopyButton({ text, noun, shortcut }: CopyButtonProps) {
	const singleKeys = useShortcuts();

	async function copy() {
		if (await copyText(text)) toast.success(message`Copied ${text}`);
		else toast.error(`The browser did not allow copying. Select the ${noun} and copy it yourself.`);
	}

	useEffect(() => {
		if (!shortcut) return;
		function onKeyDown(event: KeyboardEvent) {
			if (event.key !== shortcut || !isShortcut(event)) return;
			event.preventDefault();
			void copy();
		}
		document.addEventListener('keydown', onKeyDown);
		return () => document.removeEventListener('keydown', onKeyDown);
	});

	return (
		<Button
			variant="ghost"
			data-print="no"
			size="sm"
			onClick={copy}
			aria-keyshortcuts={singleKeys ? shortcut : undefined}
			className="h-7 gap-1 px-1.5"
		>
			<CopyIcon className="size-3.5" />
			<span className="sr-only">
				Copy <span>{noun}</span>
			</span>
			{shortcut && (
				<Kbd aria-hidden className="in-data-[shortcuts=off]:hidden pointer-coarse:hidden">
					{shortcut}
				</Kbd>
			)}
		</Button>
	);
}

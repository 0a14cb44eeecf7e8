import { useEffect, useState } from 'react';
import { SignedOut } from '@/components/form/signed-out';
import { FormattedText } from '@/components/text/formatted-text';
import { type NoAnswer, readJson, whyNoAnswer } from '@/lib/browser/read-json';
import type { RichText } from '@/lib/text/rich-text';

/** A draft as it will look once it is saved. */
export function NotesPreview({ draft }: { draft: string }) {
	const [blocks, setBlocks] = useState<RichText | null>(null);
	const [failed, setFailed] = useState<NoAnswer | null>(null);
	useEffect(() => {
		const ended = new AbortController();
		readJson<RichText | null>(`/api/drafts/preview?draft=${draft}`, ended.signal)
			.then((found) => (found ? setBlocks(found) : setFailed('failed')))
			.catch((error) => ended.signal.aborted || setFailed(whyNoAnswer(error)));
		return () => ended.abort();
	}, [draft]);
	return (
		<section
			aria-label="Preview"
			aria-busy={!blocks && !failed}
			className="min-h-32 rounded-md border border-dashed px-2.5 py-2"
		>
			{blocks && <FormattedText blocks={blocks} />}
			{failed && (
				<p role="alert">{failed === 'signedOut' ? <SignedOut typed /> : 'Couldn’t load the preview. Try again.'}</p>
			)}
		</section>
	);
}

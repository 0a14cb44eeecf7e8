'use client';

import { useState } from 'react';
import { useOptions } from '@/components/form/picker/use-options';
import { isSameName } from '@/lib/list/search';
import type { TagOption } from '../server/tag-queries';
import { colourOf, hasTag, maxTagNameLength, maxTags, type TagLabel, tagProblem, tidyTagName } from '../tag';

/** The choices for a typed text: existing tags that are not selected yet, then a new tag of that name. */
export function useTagChoices(text: string, tags: TagLabel[], open: boolean, existingOnly: boolean) {
	const typed = tidyTagName(text);
	const { options, failed } = useOptions<TagOption>(
		'/api/tags',
		open && typed.length <= maxTagNameLength ? typed : null,
	);
	const [asked, setAsked] = useState({ typed, before: options });
	if (asked.typed !== typed) setAsked({ typed, before: options });
	// the options known when the text changed are not the answer to the new text
	const answered = options !== null && options !== asked.before;

	const chosen = hasTag(tags, typed);
	const problem = typed && !chosen ? tagProblem(typed, tags) : null;
	const full = tags.length >= maxTags;
	const found = full ? [] : (options ?? []).filter((option) => !hasTag(tags, option.name));
	const creates = typed !== '' && !chosen && !problem && !existingOnly && !hasTag(options ?? [], typed);
	const choices: TagLabel[] = creates ? [...found, { name: typed, colour: colourOf(typed) }] : found;

	/** A name as the tag that it names: a known one, or one to be made. */
	function tagOf(name: string): TagLabel | undefined {
		const known = options?.find((option) => isSameName(option.name, name));
		return known ?? (existingOnly ? undefined : { name, colour: colourOf(name) });
	}

	function explain(): string | null {
		if (problem || full) return null;
		if (failed === 'signedOut') return null;
		if (failed) return 'Couldn’t load results. Keep typing to try again.';
		if (!options) return 'Looking…';
		if (found.length > 0 || creates) return null;
		if (chosen) return `“${typed}” is chosen already.`;
		if (typed) return 'No tag has this name.';
		return options.length > 0 ? null : 'No tags yet. Type a name to make one.';
	}

	return {
		typed,
		choices,
		found: found.length,
		creates,
		answered,
		problem,
		note: explain(),
		isSignedOut: failed === 'signedOut',
		tagOf,
	};
}

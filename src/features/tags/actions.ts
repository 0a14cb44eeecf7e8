'use server';
import { userAction } from '@/lib/action';
import * as mutations from './mutations';
import { newTag, tagChanges, tagMerge, tagReference } from './schema';

export const createTag = userAction('Create tag', newTag, mutations.createTag);
export const editTag = userAction('Edit tag', tagChanges, mutations.editTag, { isLong: true });
export const mergeTags = userAction('Merge tags', tagMerge, mutations.mergeTags, { isLong: true });
export const deleteTag = userAction('Delete tag', tagReference, mutations.deleteTag, { isLong: true });

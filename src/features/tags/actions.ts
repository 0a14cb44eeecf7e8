'use server';
import { userAction } from '@/lib/request/action';
import { newTag, tagChanges, tagMerge, tagReference } from './schema';
import * as mutations from './server/tag-mutations';

export const createTag = userAction('Create tag', newTag, mutations.createTag);
export const editTag = userAction('Edit tag', tagChanges, mutations.editTag, { isLong: true });
export const mergeTags = userAction('Merge tags', tagMerge, mutations.mergeTags, { isLong: true });
export const deleteTag = userAction('Delete tag', tagReference, mutations.deleteTag, { isLong: true });

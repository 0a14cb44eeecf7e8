import { customProperties } from '@/components/form/in-place/custom-properties';
import { PropertyList } from '@/components/form/in-place/property-list';
import { ownFields } from '@/domain/fields/own-fields';
import { activityHistoryPath } from '@/domain/paths';
import { getSettings } from '@/features/account/server/account-queries';
import { NewFieldPicker } from '@/features/fields/components/new-field-picker';
import { requireUserId } from '@/lib/auth/session';
import { changeActivityField } from '../actions';
import type { Activity } from '../server/activity-queries';

/** The custom fields of an activity, each edited where it stands. */
export async function ActivityOwnFields({ activity }: { activity: Activity }) {
	const { id } = activity;
	const userId = await requireUserId();
	const [own, settings] = await Promise.all([ownFields(userId, 'activity', activity), getSettings(userId)]);
	return (
		<PropertyList
			key={id}
			id={id}
			label="About the activity"
			historyPath={activityHistoryPath(id)}
			save={changeActivityField}
			custom={customProperties(own, settings)}
			adds={<NewFieldPicker kind="activity" id={id} />}
		/>
	);
}

import { z } from 'zod';
import { readReminders } from '@/features/reminders/server/reminder-queries';
import { userRoute } from '@/lib/request/route';

/** What an open tab reminds of, and how much is due. */
export const GET = userRoute(z.strictObject({}), readReminders);

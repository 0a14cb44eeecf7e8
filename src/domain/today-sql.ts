import 'server-only';
import { dayIn } from '@/lib/dates/dates';
import { Prisma } from '@/lib/db/db';

/** The user's today, as a value: PostgreSQL would work it out for each row. */
export const today = (timeZone: string) => Prisma.sql`${dayIn(new Date(), timeZone)}::date`;

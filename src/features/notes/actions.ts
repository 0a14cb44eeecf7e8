'use server';
import { userAction } from '@/lib/request/action';
import { boxChange } from './schema';
import * as boxes from './server/text-box-mutations';

export const changeBox = userAction('Change checkbox', boxChange, boxes.changeBox);

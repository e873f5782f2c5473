import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { addressKey, isAddress } from '../../accounts/index.ts';
import { mayManagePeople, maySeeDraft, type StaffMember } from '../policy.ts';
import { courseNotFound, lastOwner, nobodyAtAddress, notYourRole } from '../refusals.ts';
import type { StaffRole } from '../tables.ts';
import { holdCourse } from './course-at-hand.ts';
import { deleteStaff, personAt, setRole } from './people.queries.ts';

/** Lets somebody with an account work on the course. @throws Refusal 403, 404, 422 on the field `address` */
export async function inviteToCourse(
  db: Db,
  actor: Actor,
  {
    courseId,
    address,
    role,
  }: { readonly courseId: string; readonly address: string; readonly role: StaffRole },
): Promise<void> {
  const { staff } = await holdCourse(db, actor, courseId, mayManagePeople);
  const personId = isAddress(address) ? await personAt(db, addressKey(address)) : undefined;
  if (personId === undefined) throw nobodyAtAddress();
  keepsAnOwner(staff, personId, role);
  await setRole(db, courseId, { personId, role, at: actor.now });
}

/** Gives somebody who works on the course another role. @throws Refusal 403, 404, 409 for the last owner */
export async function changeRole(
  db: Db,
  actor: Actor,
  {
    courseId,
    personId,
    role,
  }: { readonly courseId: string; readonly personId: string; readonly role: StaffRole },
): Promise<void> {
  const { staff } = await holdCourse(db, actor, courseId, mayManagePeople);
  demand(
    staff.some((each) => each.personId === personId),
    courseNotFound,
  );
  keepsAnOwner(staff, personId, role);
  await setRole(db, courseId, { personId, role, at: actor.now });
}

/** Somebody works on the course no more: owners may say so of anybody, others of themselves. @throws Refusal 403, 404, 409 */
export async function leaveCourse(
  db: Db,
  actor: Actor,
  { courseId, personId }: { readonly courseId: string; readonly personId: string },
): Promise<void> {
  const { staff } = await holdCourse(db, actor, courseId, maySeeDraft);
  demand(personId === actor.id || mayManagePeople(staff, actor), notYourRole);
  demand(
    staff.some((each) => each.personId === personId),
    courseNotFound,
  );
  keepsAnOwner(staff, personId, undefined);
  await deleteStaff(db, courseId, personId);
}

/** A course without an owner could be published by nobody. @throws Refusal 409 */
function keepsAnOwner(staff: readonly StaffMember[], personId: string, next: StaffRole | undefined): void {
  const owners = staff.filter(({ role }) => role === 'owner');
  const isLast = owners.length === 1 && owners[0]?.personId === personId;
  demand(!isLast || next === 'owner', lastOwner);
}

import { expect } from '@playwright/test';
import type { Reply } from '../target/reply.ts';
import type { Target } from '../target/target.ts';
import { answersOf, type Said } from './answers.ts';

/** Expects what the target's module says to a chunk that makes Salt raise. */
export function expectFailure(target: Target, reply: Reply): void {
  expectSaid(reply, answersOf(target).failure);
}

/** Expects what the target's module says to a runner that the user may not call. */
export function expectRefusal(target: Target, reply: Reply): void {
  expectSaid(reply, answersOf(target).refusal);
}

function expectSaid(reply: Reply, { status, type, body }: Said): void {
  expect(reply.status, reply.body).toBe(status);
  expect(reply.headerValues('Content-Type')).toEqual([type]);
  expect(reply.body).toMatch(body);
}

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { fetchWaves, sendContact, sendInterview, type Submission } from './server';

const interview: Submission = { instance: '<data/>', attachments: [], caseCode: null, link: null };

let server: Server | undefined;

afterEach(() => {
  vi.unstubAllGlobals();
  server?.closeAllConnections();
  server?.close();
});

/** A real server on the loopback; relative addresses are taken from it, as a browser does from its page. */
async function serve(answer: RequestListener): Promise<void> {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((listening) => started.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
  const browserless = globalThis.fetch;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => browserless(origin + path, init));
}

function always(status: number, body = ''): RequestListener {
  return (request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(status, { Location: '/login' }).end(body));
  };
}

it.each([
  [201, '', { kind: 'stored' }],
  [202, '', { kind: 'stored' }],
  [401, '', { kind: 'loginNeeded' }],
  [302, '', { kind: 'loginNeeded' }],
  [403, '{"detail":"closed"}', { kind: 'forbidden', detail: 'closed' }],
  [409, '', { kind: 'conflict' }],
  [413, '<html>', { kind: 'tooLarge' }],
  [400, '<html>', { kind: 'refused', detail: '400', findings: [] }],
  [404, '{"title":"Unknown form version"}', { kind: 'refused', detail: 'Unknown form version', findings: [] }],
  [429, '', { kind: 'serverTrouble', status: 429 }],
  [503, '', { kind: 'serverTrouble', status: 503 }],
])('reads the answer %i to a submission', async (status, body, outcome) => {
  await serve(always(status, body));
  expect(await sendInterview(interview)).toEqual(outcome);
});

it('passes on every finding of a refused submission', async () => {
  const finding = { item: '/data/person/age', rule: 'constraint', got: '17', message: 'Age must be 18 to 69.' };
  await serve(always(422, JSON.stringify({ detail: 'Refused', findings: [finding] })));
  expect(await sendInterview(interview)).toEqual({ kind: 'refused', detail: 'Refused', findings: [finding] });
});

it('sends the instance and its attachments by OpenRosa 1.0', async () => {
  let headers: Record<string, unknown> = {};
  let body = '';
  await serve((request, response) => {
    headers = request.headers;
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => response.writeHead(201).end());
  });
  await sendInterview({
    ...interview,
    instance: '<data id="literacy">连平</data>',
    attachments: [new File(['photo'], 'photo.jpg', { type: 'image/jpeg' })],
  });
  expect(headers).toMatchObject({ 'x-openrosa-version': '1.0', accept: 'application/json' });
  expect(body).toContain('name="xml_submission_file"; filename="submission.xml"\r\nContent-Type: text/xml\r\n\r\n<data id="literacy">连平</data>');
  expect(body).toContain('name="photo.jpg"; filename="photo.jpg"\r\nContent-Type: image/jpeg\r\n\r\nphoto');
});

it('says that nothing answered when the connection breaks', async () => {
  await serve((request) => request.socket.destroy());
  expect(await sendInterview(interview)).toEqual({ kind: 'unreachable' });
});

it('takes an unreadable list of waves for trouble at the server', async () => {
  await serve(always(200, '<html>'));
  expect(await fetchWaves()).toEqual({ kind: 'serverTrouble', status: 200 });
});

it.each([
  ['/openrosa/submission', interview],
  ['/openrosa/submission?case=v012-007%20a', { ...interview, caseCode: 'v012-007 a' }],
  ['/api/v1/respond/TOKEN/submission', { ...interview, link: 'TOKEN' }],
])('sends to %s', async (address, submission) => {
  let url: string | undefined;
  await serve((request, response) => {
    url = request.url;
    request.resume();
    request.on('end', () => response.writeHead(201).end());
  });
  await sendInterview(submission);
  expect(url).toBe(address);
});

it('sends a contact with its own id, so that a repeat is harmless', async () => {
  let body = '';
  await serve((request, response) => {
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => response.writeHead(200).end());
  });
  const contact = { id: 'a', caseCode: 'v012-007', at: '2025-11-02T01:00:00.000Z', outcome: '2.24', note: '门锁着' };
  expect(await sendContact(contact)).toEqual({ kind: 'stored' });
  expect(JSON.parse(body)).toEqual({ id: 'a', at: contact.at, outcome: '2.24', note: '门锁着' });
});

export const StreamType = { SERVER_STREAMING: 1, CLIENT_STREAMING: 2, BIDI_STREAMING: 3 } as const;

export class StreamDescriptor {
  readonly streaming = true;
  readonly type: number;

  constructor(type: number) {
    this.type = type;
  }
}

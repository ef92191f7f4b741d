// Pictures of text take half of the bytes as WebP, which the browser itself writes.

/** Fine letters stay clear. */
const QUALITY = 0.5;

/** @param {import('playwright-core').Page} tab an empty one @param {Buffer} png */
export async function toWebP(tab, png) {
  const data = await tab.evaluate(
    async ({ png, quality }) => {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: image.width, height: image.height });
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', quality).split(',')[1];
    },
    { png: png.toString('base64'), quality: QUALITY },
  );
  return Buffer.from(data, 'base64');
}

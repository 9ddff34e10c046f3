/* Makes a PNG of the picture of a step and hands it over as a download. The browser has fonts for every
 * script; a server would need one for each. */

const SCALE = 2; // sharp on a projector and on paper: 200 dots per inch of a picture that fills a page

/** @type {(picture: Picture) => Promise<void>} */
export async function savePicture({ svg, name }) {
  const drawn = await draw(new Blob([svg], { type: "image/svg+xml" }));
  const made = await new Promise((resolve) => drawn.toBlob(resolve, "image/png"));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(made);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The picture on a canvas, with white below what is not drawn on.
 * @param {Blob} picture */
async function draw(picture) {
  const image = new Image();
  image.src = URL.createObjectURL(picture);
  await image.decode();
  URL.revokeObjectURL(image.src);
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

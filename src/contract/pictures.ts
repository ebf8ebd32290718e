import { oc } from '@orpc/contract'
import * as z from 'zod'
import { GraphQuery, MatrixQuery, TimelineQuery } from '../core/listing/picture-queries.ts'
import { GraphAnswer, Matrix, TimelineRow } from '../core/listing/picture-rows.ts'

export const pictures = {
  timeline: oc.input(TimelineQuery).output(z.array(TimelineRow)),
  graph: oc.input(GraphQuery).output(GraphAnswer),
  matrix: oc.input(MatrixQuery).output(Matrix),
}
